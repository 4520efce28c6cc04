import { describe, expect, it } from '@jest/globals';
import { languageOfText } from './text-language.js';

describe('the language that a text is proposed to be in', () => {
  it.each([
    ['ar', 'أعلنت كازاخستان رسميًا انضمامها إلى الاتفاقات الإبراهيمية'],
    ['ar', 'كلمات دلالية: الولايات المتحدة أول دولة اتفاقیات إبراهیم من الدول التي انضمت إليها منذ 2020'],
    ['ar', 'قال ترامب في منشور على Truth Social إن كازاخستان ستنضم'],
    ['fa', 'قزاقستان رسماً به پیمان ابراهیم پیوست و گفت که این تصمیم'],
    ['ur', 'قازقستان نے ابراہیمی معاہدوں میں شمولیت کا اعلان کیا ہے'],
    ['ru', 'Казахстан присоединился к Авраамовым соглашениям'],
    ['kk', 'Қазақстан Ыбырайым келісімдеріне қосылды'],
    ['uk', 'Її Україна приєднується до угоди, заявив є речник'],
    ['he', 'קזחסטן הצטרפה להסכמי אברהם'],
    ['zh', '哈萨克斯坦加入亚伯拉罕协议'],
    ['ja', 'カザフスタンはアブラハム合意に参加した'],
    ['ko', '카자흐스탄이 아브라함 협정에 가입했다'],
  ])('is %s: %s', (language, text) => {
    expect(languageOfText(text)).toBe(language);
  });

  it.each([
    '',
    '2026-01-19',
    'Kazakhstan joins the Accords',
    'Le Kazakhstan adhère',
    'Trump said «نعم» yesterday',
  ])('is not told by the letters of “%s”', (text) => {
    expect(languageOfText(text)).toBeUndefined();
  });
});
