/** A guest's keyboard layout: what its keys type. */
export interface KeyboardLayout {
  /** As XKB names it: "de", "us-dvorak". */
  id: string;
  name: string;
  /**
   * What the keys of {@link layoutKeys} type: alone, with Shift, with AltGr. A space where a key types nothing that is
   * of use here; a combining character where it is a dead key.
   */
  levels: readonly string[];
}

/** The keys that layouts differ in, by their place (KeyboardEvent.code). */
export const layoutKeys: readonly string[] = [
  ..."Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal".split(" "),
  ..."KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight".split(" "),
  ..."KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash".split(" "),
  ..."IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash".split(" "),
];

/** The layouts on offer, the way XKB defines them. */
export const keyboardLayouts: readonly KeyboardLayout[] = [
  {
    id: "us",
    name: "English (US)",
    levels: [
      "`1234567890-=qwertyuiop[]asdfghjkl;'\\ zxcvbnm,./",
      '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"| ZXCVBNM<>?',
    ],
  },
  {
    id: "gb",
    name: "English (UK)",
    levels: [
      "`1234567890-=qwertyuiop[]asdfghjkl;'#\\zxcvbnm,./",
      '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~|ZXCVBNM<>?',
      "|¹²³€½¾{[]}\\\u0327@ſe¶ŧ←↓→øþ\u0308\u0303æßðđŋħ ĸł\u0301\u0302\u0300|«»¢„“”µ•·",
    ],
  },
  {
    id: "de",
    name: "German",
    levels: [
      "\u03021234567890ß\u0301qwertzuiopü+asdfghjklöä#<yxcvbnm,.-",
      "°!\"§$%&/()=?\u0300QWERTZUIOPÜ*ASDFGHJKLÖÄ'>YXCVBNM;:_",
      "′¹²³¼½¬{[]}\\\u0327@ſ€¶ŧ←↓→øþ\u0308~æſðđŋħ ĸł\u030b\u0302’|»«¢„“”µ·…–",
    ],
  },
  {
    id: "ch",
    name: "German (Switzerland)",
    levels: [
      "§1234567890'\u0302qwertzuiopü\u0308asdfghjklöä$<yxcvbnm,.-",
      '°+"*ç%&/()=?\u0300QWERTZUIOPè!ASDFGHJKLéà£>YXCVBNM;:_',
      "¬|@#¼½¬|¢]}\u0301\u0303@ſ€¶ŧ←↓→œþ[]æßðđŋħ ĸł\u0301{}\\«»¢„“”µ•·",
    ],
  },
  {
    id: "fr",
    name: "French",
    levels: [
      "²&é\"'(-è_çà)=azertyuiop\u0302$qsdfghjklmù*<wxcvbn,;:!",
      "~1234567890°+AZERTYUIOP\u0308£QSDFGHJKLM%µ>WXCVBN?./§",
      "¬¹~#{[|`\\^@]}æ«€¶ŧ←↓→øþ\u0308¤@ßðđŋħ ĸłµ\u0302\u0300|ł»¢„“”\u0301•·",
    ],
  },
  {
    id: "ch-fr",
    name: "French (Switzerland)",
    levels: [
      "§1234567890'\u0302qwertzuiopè\u0308asdfghjkléà$<yxcvbnm,.-",
      '°+"*ç%&/()=?\u0300QWERTZUIOPü!ASDFGHJKLöä£>YXCVBNM;:_',
      "¬|@#¼½¬|¢]}\u0301\u0303@ſ€¶ŧ←↓→œþ[]æßðđŋħ ĸł\u0301{}\\«»¢„“”µ•·",
    ],
  },
  {
    id: "be",
    name: "Belgian",
    levels: [
      "²&é\"'(§è!çà)-azertyuiop\u0302$qsdfghjklmùµ<wxcvbn,;:=",
      "³1234567890°_AZERTYUIOP\u0308*QSDFGHJKLM%£>WXCVBN?./+",
      "¬|@#¼½^{[{}\\\u0327@ſ€¶ŧ←↓→œþ[]æßðđŋħ ĸł\u0301\u0301\u0300\\«»¢„“”\u0327•·\u0303",
    ],
  },
  {
    id: "ca",
    name: "French (Canada)",
    levels: [
      "#1234567890-=qwertyuiop\u0302\u0327asdfghjkl;\u0300<«zxcvbnm,.é",
      "|!\"/$%?&*()_+QWERTYUIOP\u0302\u0308ASDFGHJKL:\u0300>»ZXCVBNM'.É",
      "\\±@£¢¤¬¦²³¼½¾        §¶[]         ~{}°      µ¯­\u0301",
    ],
  },
  {
    id: "es",
    name: "Spanish",
    levels: [
      "º1234567890'¡qwertyuiop\u0300+asdfghjklñ\u0301ç<zxcvbnm,.-",
      'ª!"·$%&/()=?¿QWERTYUIOP\u0302*ASDFGHJKLÑ\u0308Ç>ZXCVBNM;:_',
      "\\|@#~½¬{[]}\\\u0327@ſ€¶ŧ←↓→øþ[]æßðđŋħ ĸł\u0303{}|«»¢„“”µ•·",
    ],
  },
  {
    id: "latam",
    name: "Spanish (Latin America)",
    levels: [
      "|1234567890'¿qwertyuiop\u0301+asdfghjklñ{}<zxcvbnm,.-",
      '°!"#$%&/()=?¡QWERTYUIOP\u0308*ASDFGHJKLÑ[]>ZXCVBNM;:_',
      "¬|@·~½¬{[]}\\\u0327@ſ€¶ŧ←↓→øþ\u0308~æßðđŋħ ĸł~\u0302\u0300\\«»¢„“”µ•·",
    ],
  },
  {
    id: "it",
    name: "Italian",
    levels: [
      "\\1234567890'ìqwertyuiopè+asdfghjklòàù<zxcvbnm,.-",
      '|!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§>ZXCVBNM;:_',
      "¬¹²³¼½¬{[]}`~@ſ€¶ŧ←↓→øþ[]æßðđŋħ ĸł@#\u0300««»¢“”ñµ\u0301·\u0304",
    ],
  },
  {
    id: "pt",
    name: "Portuguese",
    levels: [
      "\\1234567890'«qwertyuiop+\u0301asdfghjklçº\u0303<zxcvbnm,.-",
      '|!"#$%&/()=?»QWERTYUIOP*\u0300ASDFGHJKLÇª\u0302>ZXCVBNM;:_',
      "¬¹@£§½¬{[]}\\\u0327@ſ€¶ŧ←↓→øþ\u0308\u0303æßðđŋħ ĸł\u0301\u0302\u0300\\«»¢„“”µ•·",
    ],
  },
  {
    id: "br",
    name: "Portuguese (Brazil)",
    levels: [
      "'1234567890-=qwertyuiop\u0301[asdfghjklç\u0303]\\zxcvbnm,.;",
      '"!@#$%\u0308&*()_+QWERTYUIOP\u0300{ASDFGHJKLÇ\u0302}|ZXCVBNM<>:',
      "¬¹²³£¢¬{[]}\\§/?°®ŧ←↓→øþ´ªæßðđŋħ ĸł\u0301~º\u030c«»©„“”µ•·",
    ],
  },
  {
    id: "dk",
    name: "Danish",
    levels: [
      "½1234567890+\u0301qwertyuiopå\u0308asdfghjklæø'<zxcvbnm,.-",
      '§!"#¤%&/()=?\u0300QWERTYUIOPÅ\u0302ASDFGHJKLÆØ*>ZXCVBNM;:_',
      "¾¡@£$½¥{[]}±|@ſ€®þ←↓→œþ\u0308\u0303ªßðđŋħ ĸł\u0301\u0302\u030b\\«»©„“”µ\u0327·",
    ],
  },
  {
    id: "no",
    name: "Norwegian",
    levels: [
      "|1234567890+\\qwertyuiopå\u0308asdfghjkløæ'<zxcvbnm,.-",
      '§!"#¤%&/()=?\u0300QWERTYUIOPÅ\u0302ASDFGHJKLØÆ*>ZXCVBNM;:_',
      "¦¡@£$½¥{[]}±\u0301@ſ€®þ←↓→œπ\u0308\u0303ªßðđŋħ ĸł\u0301\u0302\u030b½«»©„“”µ\u0327…–",
    ],
  },
  {
    id: "se",
    name: "Swedish",
    levels: [
      "§1234567890+\u0301qwertyuiopå\u0308asdfghjklöä'<zxcvbnm,.-",
      '½!"#¤%&/()=?\u0300QWERTYUIOPÅ\u0302ASDFGHJKLÖÄ*>ZXCVBNM;:_',
      "¶¡@£$€¥{[]}\\±@ſ€®þ←↓→œþ\u0308\u0303ªßðđŋħ ĸłøæ´|«»©„“”µ\u0327·",
    ],
  },
  {
    id: "fi",
    name: "Finnish",
    levels: [
      "§1234567890+\u0301qwertyuiopå\u0308asdfghjklöä'<zxcvbnm,.-",
      '½!"#¤%&/()=?\u0300QWERTYUIOPÅ\u0302ASDFGHJKLÖÄ*>ZXCVBNM;:_',
      "  @£$‰‚{[]}\\\u0327qw€rþyuıœ \u030b\u0303əßðfghjĸ øæ\u030c|ʒ×cvbŋµ’ –",
    ],
  },
  {
    id: "pl",
    name: "Polish",
    levels: [
      "`1234567890-=qwertyuiop[]asdfghjkl;'\\<zxcvbnm,./",
      '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|>ZXCVBNM<>?',
      "¬≠²³¢€½§·«»–\u0327πœę©ß←↓→óþ\u0308\u0303ąśðæŋ’ə…ł\u0301\u0302\u0300|żźć„”ńµ≤≥",
    ],
  },
  {
    id: "cz",
    name: "Czech",
    levels: [
      ";+ěščřžýáíé=\u0301qwertzuiopú)asdfghjklů§\u0308\\yxcvbnm,.-",
      "\u030a1234567890%\u030cQWERTZUIOP/(ASDFGHJKL\"!'|YXCVBNM?:_",
      "`!@#$%^&*{}\\\u0304\\|€¶ŧ←↓→øþ[]~đĐ[]`'łŁ$'\\/°#&@{}^<>*",
    ],
  },
  {
    id: "hu",
    name: "Hungarian",
    levels: [
      "0123456789öüóqwertzuiopőúasdfghjkléáűíyxcvbnm,.-",
      "§'\"+!%/=()ÖÜÓQWERTZUIOPŐÚASDFGHJKLÉÁŰÍYXCVBNM?:_",
      "¬~\u030c^\u0306\u030a\u0328`\u0307\u0301\u030b\u0308\u0327\\|Ä¶ŧ–€Í„”÷×äđĐ[]ħíłŁ$ß¤<>#&@{}<;>*",
    ],
  },
  {
    id: "tr",
    name: "Turkish",
    levels: [
      '"1234567890*-qwertyuıopğüasdfghjklşi,<zxcvbnmöç.',
      "é!'^+%&/()=?_QWERTYUIOPĞÜASDFGHJKLŞİ;>ZXCVBNMÖÇ:",
      "<>£#$½¾{[]}\\|@ €¶₺←ûîô \u0308~âß ª     ´'`|«»¢„“”µ×·\u0307",
    ],
  },
  {
    id: "ru",
    name: "Russian",
    levels: [
      "ё1234567890-=йцукенгшщзхъфывапролджэ\\/ячсмитьбю.",
      'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/|ЯЧСМИТЬБЮ,',
      "        ₽                            |",
    ],
  },
  {
    id: "us-dvorak",
    name: "English (Dvorak)",
    levels: [
      "`1234567890[]',.pyfgcrl/=aoeuidhtns-\\ ;qjkxbmwvz",
      '~!@#$%^&*(){}"<>PYFGCRL?+AOEUIDHTNS_| :QJKXBMWVZ',
    ],
  },
];
