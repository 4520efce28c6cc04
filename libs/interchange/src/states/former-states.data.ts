// The entries of ISO 3166-3 and what became of them. Codes, English names and successors are those of the npm package
// iso-3166 4.4.0 (Copyright (c) Titus Wormer, MIT licence), with two corrections after the standard itself: GEHH was the
// Gilbert and Ellice Islands and split into Tuvalu, too; FQHH split into the French Southern Territories, too. Other names
// and the days are facts gathered here. Of a state, the days say when it existed; of a territory that was none, only when
// it last went by the code.
//
// Columns: alpha-4 | alpha-3 | English name; name in another language (tag:name); further names | first day | last day |
// what its successors are to it | successors (* goes on as the same state).
export const FORMER_STATES = `
AIDJ | AFI | French Afars and Issas; Territoire français des Afars et des Issas | | 1977-06-26 | continuation | DJI
ANHH | ANT | Netherlands Antilles; ar:جزر الأنتيل الهولندية; fr:Antilles néerlandaises; ru:Нидерландские Антильские острова; nl:Nederlandse Antillen | 1954-12-15 | 2010-10-09 | dissolution | BES CUW SXM
BQAQ | ATB | British Antarctic Territory | | 1979 | unification | ATA
BUMM | BUR | Burma; ar:بورما; fr:Birmanie; ru:Бирма | 1948-01-04 | 1989-06-17 | continuation | MMR
BYAA | BYS | Byelorussian SSR; fr:RSS de Biélorussie; ru:Белорусская ССР; Byelorussian Soviet Socialist Republic; Byelorussia | 1919-01-01 | 1991-09-18 | continuation | BLR
CSHH | CSK | Czechoslovakia; ar:تشيكوسلوفاكيا; fr:Tchécoslovaquie; ru:Чехословакия; zh:捷克斯洛伐克; es:Checoslovaquia; cs:Československo; Czechoslovak Socialist Republic | 1918-10-28 | 1992-12-31 | dissolution | CZE SVK
CSXX | SCG | Serbia and Montenegro; ar:صربيا والجبل الأسود; fr:Serbie-et-Monténégro; ru:Сербия и Черногория; es:Serbia y Montenegro; sr:Србија и Црна Гора | 2003-02-04 | 2006-06-02 | separation | MNE SRB*
CTKI | CTE | Canton and Enderbury Islands | | 1984 | unification | KIR
DDDE | DDR | German Democratic Republic; ar:جمهورية ألمانيا الديمقراطية; fr:République démocratique allemande; ru:Германская Демократическая Республика; zh:东德; es:República Democrática Alemana; de:Deutsche Demokratische Republik; East Germany; GDR; ГДР; RDA; ألمانيا الشرقية | 1949-10-07 | 1990-10-02 | unification | DEU
DYBJ | DHY | Dahomey; ar:داهومي; ru:Дагомея | 1960-08-01 | 1975-11-29 | continuation | BEN
FQHH | ATF | French Southern and Antarctic Territories | | 1979 | separation | ATA ATF
FXFR | FXX | France, Metropolitan; fr:France métropolitaine | | 1997-07-13 | unification | FRA
GEHH | GEL | Gilbert and Ellice Islands; Gilbert Islands | | 1979-07-11 | separation | KIR TUV
HVBF | HVO | Upper Volta; ar:فولتا العليا; fr:Haute-Volta; ru:Верхняя Вольта; es:Alto Volta | 1960-08-05 | 1984-08-03 | continuation | BFA
JTUM | JTN | Johnston Island | | 1986 | unification | UMI
MIUM | MID | Midway Islands | | 1986 | unification | UMI
NHVU | NHB | New Hebrides; fr:Nouvelles-Hébrides | | 1980-07-29 | continuation | VUT
NQAQ | ATN | Dronning Maud Land; Queen Maud Land | | 1983 | unification | ATA
NTHH | NTZ | Neutral Zone; ar:المنطقة المحايدة; Saudi–Iraqi Neutral Zone | | 1993 | dissolution | IRQ SAU
PCHH | PCI | Pacific Islands (Trust Territory); Trust Territory of the Pacific Islands | 1947-07-18 | 1994-09-30 | dissolution | MHL FSM MNP PLW
PUUM | PUS | United States Miscellaneous Pacific Islands | | 1986 | unification | UMI
PZPA | PCZ | Panama Canal Zone; es:Zona del Canal de Panamá | | 1979-09-30 | unification | PAN
RHZW | RHO | Southern Rhodesia; ar:روديسيا الجنوبية; fr:Rhodésie du Sud; ru:Южная Родезия; Rhodesia | | 1980-04-17 | continuation | ZWE
SKIN | SKM | Sikkim | | 1975-05-15 | unification | IND
SUHH | SUN | USSR; ar:الاتحاد السوفيتي; fr:URSS; ru:СССР; zh:苏联; es:URSS; Union of Soviet Socialist Republics; Soviet Union; Union soviétique; Советский Союз; الاتحاد السوفياتي | 1922-12-30 | 1991-12-26 | dissolution | ARM AZE EST GEO KAZ KGZ LVA LTU MDA RUS* TJK TKM UZB
TPTL | TMP | East Timor; ar:تيمور الشرقية; pt:Timor Português; Portuguese Timor | | 2002-05-19 | continuation | TLS
VDVN | VDR | Viet-Nam, Democratic Republic of; ar:فيتنام الشمالية; ru:Демократическая Республика Вьетнам; North Vietnam; Democratic Republic of Viet-Nam | 1945-09-02 | 1976-07-01 | unification | VNM
WKUM | WAK | Wake Island | | 1986 | unification | UMI
YDYE | YMD | Yemen, Democratic; ar:اليمن الجنوبي; fr:Yémen démocratique; ru:Народная Демократическая Республика Йемен; Democratic Yemen; South Yemen; People’s Democratic Republic of Yemen; جمهورية اليمن الديمقراطية الشعبية | 1967-11-30 | 1990-05-21 | unification | YEM
YUCS | YUG | Yugoslavia; ar:يوغوسلافيا; fr:Yougoslavie; ru:Югославия; zh:南斯拉夫; es:Yugoslavia; sr:Југославија; Socialist Federal Republic of Yugoslavia; Federal Republic of Yugoslavia | 1918-12-01 | 2003-02-03 | continuation | SCG
ZRCD | ZAR | Zaire; ar:زائير; fr:Zaïre; ru:Заир | 1971-10-27 | 1997-05-16 | continuation | COD
`;
