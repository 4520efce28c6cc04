// The languages of the states themselves beyond the six in which all are named, as far as i18n-iso-countries has them
// (BCP 47). The first is the one in which the state is named first.
export const OWN_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  ...{ ABW: ['nl'], AFG: ['ps', 'fa'], AGO: ['pt'], ALA: ['sv'], ALB: ['sq'], AND: ['ca'], ARM: ['hy'] },
  ...{ AUT: ['de'], AZE: ['az'], BEL: ['nl', 'de'], BES: ['nl'], BGD: ['bn'], BGR: ['bg'] },
  ...{ BIH: ['bs', 'hr', 'sr'], BLR: ['be'], BRA: ['pt'], BRN: ['ms'], CHE: ['de', 'it'], CPV: ['pt'] },
  ...{ CUW: ['nl'], CYP: ['el', 'tr'], CZE: ['cs'], DEU: ['de'], DNK: ['da'], ESP: ['ca', 'eu', 'gl'] },
  ...{ EST: ['et'], ETH: ['am'], FIN: ['fi', 'sv'], FRO: ['da'], GBR: ['cy'], GEO: ['ka'], GNB: ['pt'] },
  ...{ GNQ: ['pt'], GRC: ['el'], GRL: ['da'], HRV: ['hr'], HUN: ['hu'], IDN: ['id'], IND: ['hi'] },
  ...{ IRL: ['ga'], IRN: ['fa'], IRQ: ['ku'], ISL: ['is'], ISR: ['he'], ITA: ['it'], JPN: ['ja'] },
  ...{ KAZ: ['kk'], KEN: ['sw'], KGZ: ['ky'], KHM: ['km'], KOR: ['ko'], LIE: ['de'], LKA: ['ta'] },
  ...{ LTU: ['lt'], LUX: ['de'], LVA: ['lv'], MAC: ['pt'], MDA: ['ro'], MDV: ['dv'], MKD: ['mk', 'sq'] },
  ...{ MLT: ['mt'], MNE: ['sr'], MNG: ['mn'], MOZ: ['pt'], MYS: ['ms'], NAM: ['af'], NGA: ['ha'] },
  ...{ NLD: ['nl'], NOR: ['nb', 'nn'], PAK: ['ur'], POL: ['pl'], PRK: ['ko'], PRT: ['pt'], ROU: ['ro'] },
  ...{ SGP: ['ms', 'ta'], SMR: ['it'], SOM: ['so'], SRB: ['sr'], STP: ['pt'], SUR: ['nl'], SVK: ['sk'] },
  ...{ SVN: ['sl'], SWE: ['sv'], SXM: ['nl'], THA: ['th'], TJK: ['tg'], TKM: ['tk'], TLS: ['pt'] },
  ...{ TUR: ['tr'], TZA: ['sw'], UGA: ['sw'], UKR: ['uk'], UZB: ['uz'], VAT: ['it'], VNM: ['vi'] },
  ...{ ZAF: ['af'] },
};
