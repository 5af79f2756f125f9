/**
 * What the lists of breached passwords are made of again and again: the words that most of them begin with. Facts, put
 * together by us; no list was copied.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  a aa aaa abc abcd abcde abcdef access account active admin administrator administrador adminadmin adobe alex alexander
  alexis alice all always amanda amber america american amor and andrea andrew andy angel angela angels animal anna
  anthony apple april arsenal arthur asdf asdfg asdfgh asdfghjkl ashley asshole august austin auto awesome azerty baby
  babygirl backup badboy bailey banana bandit barcelona baseball basic basketball batman beach bear beautiful beer
  benjamin best big bigdog bill billy bird biteme black blackjack blessed blink blue bond boomer boss boston brandon
  brandy brazil brian broncos brother bubba buddy bull bulldog buster butter butterfly cameron canada captain car card
  carlos caroline casper cat champion chance change changeit changeme charles charlie cheese chelsea cherry chester
  chevy chicago chicken chocolate chris christian christmas christopher cisco city classic clinton cloud code coffee
  college compaq computer cool cookie corvette country cowboy cowboys crazy crystal daddy dakota dallas dance daniel
  danielle dark data database david day dead death debian december default deleted dell demo dennis desktop devil
  diablo diamond digital dog dolphin dolphins donald dragon dragonball dream dude eagle eagles edward elephant
  elizabeth eminem enter eric everton evil facebook falcon family fender ferrari field fire first fish fishing flower
  flowers fluffy fly foo foobar football forever forget france frank freddy free freedom friday friend friends fuck
  fuckme fuckoff fuckyou future gabriel game games gandalf garden gateway gemini general genesis george germany ghost
  giants ginger girl gizmo gmail god godzilla gold golden golf golfer good google green guest guitar gundam hacker
  hallo hammer hannah happy hardcore harley harry heart heather heaven hello hell helpme hockey holiday home homelab
  honda honey horny host hotdog house hummer hunter iceman iloveu iloveyou internet iron israel italy jack jackass
  jackie jackson jaguar jake james january jasmine jason jasper jennifer jeremy jessica jessie jesus jimmy john johnny
  johnson jonathan jordan joseph joshua juice july june junior justin kelly kernel kevin key killer king kitchen kitty
  knight kvm lab ladies lakers letmein letme in libvirt life light lights linux little liverpool lizard local localhost
  login london loser love lovely lover loveme lucky machine maggie magic manager manchester march marina marine mario
  marlboro martin marvin master matrix matthew maverick maximus maxwell mercedes merlin metallica michael michelle mickey
  microsoft midnight mike miller minecraft mine mistress mobile money monica monkey monster morgan mother motorola mountain
  muffin murphy music mustang my mynameis myself name naruto nascar nathan natasha nature network new newyork nicholas
  nicole nintendo nirvana nissan no none nothing november nvidia october office ok oliver one online open opensesame
  orange oscar owner pa pakistan panther parker pass passdeck passphrase passwd passwort password patrick patriots pc
  peace peanut pepper peter phantom phoenix player please pokemon police poop pop porsche power prince princess private
  prodigy proxmox purple pussy pw qazwsx qazwsxedc qemu qwe qwer qwert qwerty qwertyuiop qwertz rabbit rachel racing
  radio raiders rainbow ranger rangers raspberry realmadrid rebecca red reddog redsox remember richard robert rock
  rocket ronaldo root rosebud runner rush russia ruth sakura sales samantha sammy samsung samuel sandra saturn
  scooby scooter scorpion scott sebastian secret secure security september server service sex sexy shadow shannon silver
  simple slayer smith smokey snoopy soccer sophie spanky spider spiderman spring star stars starwars steelers stephen
  steve steven student sudo summer sunday sunshine super superman superuser support supervisor sweet sydney system
  taylor team teamo tech temp temporary tennis teresa test tester testing testtest texas the thomas thunder tiger tigers
  time tinkerbell today toor toyota travis trustno turtle tweety two ubuntu unknown user username vagrant victor victoria
  vm vmware vampire viking virtual virtualization welcome welcometo whatever white william willie willow windows winner
  winston winter wizard wolf wolverine work world xbox xxx yamaha yankees yellow you your youtube zaq zxc zxcvb zxcvbn
  zxcvbnm
  `.split(/\s+/),
);
