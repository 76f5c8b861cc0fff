/** What people in Norway, and in front of this program, think of first. */
const words = (text: string): string[] => text.trim().split(/\s+/);

export const norwegianNames = words(`
  anne inger kari marit ingrid liv eva berit astrid bjørg hilde anna solveig marianne randi ida nina maria elisabeth
  kristin bente heidi silje hanne linda tone gerd elin wenche anita camilla ellen karin julie mona marie thea emma nora
  sofie ella olivia frida jenny aurora astri sigrid tuva ragnhild jorunn turid grete siri guri gunn torill unni laila
  jan per bjørn ole lars kjell knut arne svein thomas hans geir tor morten terje odd erik martin andreas john anders rune
  trond tore daniel jon harald nils magnus fredrik einar espen kristian marius henrik olav jonas jakob emil noah oliver
  filip lucas oskar isak aksel mathias tobias sander kristoffer håkon øyvind ståle gunnar helge leif sverre roar vidar
  hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johnsen pettersen eriksen berg haugen
  hagen johannessen andreassen jacobsen dahl jørgensen halvorsen henriksen lund sørensen jakobsen moen gundersen iversen
  strand solberg svendsen eide knutsen martinsen paulsen bakken kristoffersen mathisen lie amundsen nguyen rasmussen
  oslo bergen trondheim stavanger drammen tromsø bodø ålesund kristiansand haugesund lillehammer hamar molde fredrikstad
  sandefjord larvik skien porsgrunn arendal narvik alta kirkenes gjøvik kongsberg sandnes moss halden norge norway
  rosenborg brann vålerenga lillestrøm viking odd tromsdalen liverpool arsenal chelsea everton leeds barcelona
`);

export const norwegianWords = words(`
  og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om vi min mitt ha hadde hun nå
  over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble blitt kunne inn når
  være kom noen noe ville dere som deres kun ja etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse
  uten hvordan ingen din ditt blir samme hvilken hvilke sånn inni mellom vår hver hvem vårt våre
  en to tre fire fem seks sju syv åtte ni ti elleve tolv hundre tusen første andre tredje
  mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober
  november desember vår sommer høst vinter jul påske ferie morgen kveld natt dag uke måned år i dag
  passord passordet passordfrase hemmelig hemmelighet velkommen logginn bruker admin sommeren vinteren
  rød blå grønn gul svart hvit oransje lilla brun grå rosa
  hus hytte båt bil sykkel tog buss fly hjem jobb kontor skole barnehage sykehus klinikk hund katt hest ku sau fugl fisk
  laks ulv bjørn elg rev hare kaffe te brød melk vann vin øl eple banan brunost vaffel pølse pizza is sjokolade kake
  sol måne stjerne himmel hav fjell skog fjord elv vei stein snø regn vind is ild tre blomst gress strand øy
  mor far mamma pappa bror søster sønn datter barn baby venn kjæreste kone mann dame gutt jente bestemor bestefar familie
  kjærlighet elsker elskerdeg glad lykke liv håp drøm fred hjerte engel konge dronning prins prinsesse norsk nordmann
  stol bord seng lampe dør vindu bok penn papir telefon klokke nøkkel penger data maskin musikk fotball ski hockey
  god bra fin stor liten ny gammel lang kort varm kald rask treg snill sint trist heia hei hallo takk skål
  gå komme se høre si spise drikke sove lese skrive leke løpe synge danse tenke føle ville måtte
`);

/** Of the work that is done with this program. */
export const ours = words(`
  mbt mbtg mbt-g rater mbtrater mentalization mentalisering mentaliserende mentalize therapy terapi terapeut therapist
  psykolog psykologi psykoterapi psychotherapy psychiatry psykiatri gruppe gruppeterapi group gruppa pasient pasienter
  patient patients session time timer økt opptak recording video library bibliotek biblioteket rating skåring skår
  adherence quality kvalitet karterud bateman fonagy supervisor supervision veileder veiledning certification
  sertifisering passphrase passordfrase recovery gjenoppretting borderline personlighet personality stoler ring
`);
