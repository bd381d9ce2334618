"""Names and words that mean the same or mean nobody in particular. Data only, all of it folded.

Another language is more lines: the tables are looked up together, because one directory holds people of many.
"""

from __future__ import annotations

#: Short forms by the name they stand for. A short form may stand for several names; ``+`` joins a double name.
_SHORT_FORMS_ES = """
jose: pepe pepito pepin chepe joselito che cheo jos joseito pp
francisco: paco pancho fran frank curro quico kiko fco paquito panchito cisco chico francis patxi
francisca: paca paqui paquita fca pancha curra
maria: ma mari mary mariquita maruja marita maruchi
maria+jose: majo mariajo marijo cote
maria+teresa: maite mayte marite maritere
maria+isabel: maribel marisabel
maria+luisa: marisa malu marilu
maria+elena: malena marilena
maria+fernanda: mafe mafer marifer
maria+carmen: maricarmen mamen maica
maria+angeles: mariangeles angeles nines
maria+paz: maripaz
maria+cruz: maricruz
maria+sol: marisol
maria+eugenia: maru
maria+alejandra: male
maria+paula: mapa mapi
maria+victoria: mavi marivi
maria+jesus: chus
maria+concepcion: maricon mariconchi
juan+jose: juanjo juancho
juan+manuel: juanma
juan+pablo: juampa juampi juanpa juanpi jp
juan+carlos: juanca juanqui jc
juan+antonio: juanan
juan+francisco: juanfran juanfra
juan+luis: juanlu
juan+ignacio: juani juanchi
juan+diego: juandi
jose+maria: chema josema josemari txema
jose+manuel: josema
jose+antonio: joseant
jose+luis: joselu pepelu joselo
jose+miguel: josemi
jose+ramon: joserra
jose+carlos: josecarlos
jose+ignacio: josechu
luis+fernando: luisfer
luis+miguel: luismi
luis+alberto: luisal
miguel+angel: migue
ana+maria: anamari anita
ana+isabel: anabel anais
ana+lucia: analu
rosa+maria: rosamari rosi
marco+antonio: maco
manuel: manolo lolo manu manolito manny nel
manuela: manoli manola manolita manuelita
antonio: tono toni tonio antonito ant tony nono
antonia: tona antonita toni toñi
ignacio: nacho iñaki inaki nachito igna
ignacia: nacha
dolores: lola loli lolita lolis
enrique: kike quique kiko quico enri henry
enriqueta: queta
eduardo: edu lalo eddy eddie guayo
roberto: beto tito rober rob
alberto: beto berto al albert
humberto: beto berto
gilberto: beto berto gil
norberto: beto
rigoberto: rigo beto
adalberto: beto
jesus: chuy chucho suso susito chus
guadalupe: lupe lupita gpe guada pita lupilla
concepcion: concha conchita conchi
rosario: charo chayo chari
consuelo: chelo consu
mercedes: merche meche mecha merce
pilar: pili pilarica
guillermo: memo guille willy billy guillo
guillermina: mina guille
gregorio: goyo
rafael: rafa rafita fallo rafi
ramon: moncho ramoncito mon
rodrigo: rodri rodro
ricardo: richi richard rica ricky cayo
fernando: fer nando ferni ferchu
fernanda: fer nanda ferni
federico: fede fico quico
felipe: pipe feli pipo
filiberto: beto fili
alejandro: alex ale jano alejo sandro
alejandra: alex ale sandra jandra
andres: andy andresito
andrea: andre andy
sebastian: sebas seba chano bastian
santiago: santi chago yago tiago diego
jaime: jimmy jaimito
jorge: coque yorch jorgito koke
joaquin: quino quin chimo ximo joaco
hortensia: tencha
graciela: chela gra
gabriel: gabi gabo gabri
gabriela: gabi gaby gabri
isabel: isa chabela bel isabelita chabe
isabela: isa
isabella: isa
elena: nena ele
magdalena: malena magda
margarita: mago marga rita marge
catalina: cata lina caty
carolina: caro carol lina
cristina: cris tina
cristian: cris
cristobal: cris tobal toba
daniel: dani dany
daniela: dani dany
david: davi
diego: dieguito
domingo: mingo txomin
ernesto: neto tito
emilio: emi milo
esteban: teban tebi
eugenio: geno
eugenia: genia geni
ezequiel: cheque
faustino: tino
agustin: tin agus
agustina: agus tina
valentin: vale tino
valentina: vale tina
valeria: vale
victor: vito vic
victoria: vicky vicki viqui toya toyi vic
veronica: vero
vicente: chente vicen
virginia: vicky virgi
vladimir: vlado
walter: wal
leonardo: leo nardo
leonel: leo
leandro: leo lean
leticia: lety leti
lourdes: lulu lurdes
lucia: lucy luci lu
lucrecia: lucre
luis: lucho lu luisito wicho
luisa: lu lucha luisita
macarena: maca
marcelo: chelo marce
marcela: marce chela
marcos: marquitos
mariano: nano
mario: mayito
martin: tincho martincito
mauricio: mau mauri
maximiliano: max maxi
miguel: migue mike micky
monica: moni
natalia: nati naty nata
nicolas: nico colas
nicanor: nica
octavio: tavo
gustavo: tavo gus guga
osvaldo: valdo
pablo: pablito
patricio: pato
patricia: pati paty pato patri patty tricia
paulina: pau
paula: pau
paola: pao
pedro: perico pedrito peyo
rebeca: becky rebe beca
refugio: cuca cuco
reinaldo: rey naldo
rosalia: rosi
rosa: rosita rosi
salvador: chava salva chavo
samuel: sam samu
sandra: sandri
sara: sari
sergio: checo chejo
silvia: silvi chivis
socorro: coco soco
sofia: sofi chofi
soledad: sole chole
susana: susi su susy
teresa: tere teresita teri
tomas: tomi
trinidad: trini
ulises: uli
ximena: xime
jimena: jime
yolanda: yoli yola
zoraida: zory
beatriz: bea betty bety ticha
barbara: barbi
benjamin: benja benji
bernardo: nardo berni
bartolome: bartolo
camilo: cami
camila: cami
carlos: charly carlitos cali charlie
carmen: carmela carmina carmencita mamen menchu
cecilia: ceci chila
claudia: clau
claudio: clau
adrian: adri
adriana: adri nana
alfonso: fonso poncho alfon fon
alfredo: fredy alfre fredo freddy
alicia: licha ali
angel: angelito gelo
angela: angie gela
angelica: angie
araceli: ara celi
armando: mando
arturo: turo arthur
aurelio: yeyo
aurora: auri
estefania: estefi fani
fabian: fabi
fabiola: fabi
florencia: flor flo
gerardo: gera lalo jerry
gonzalo: gonza chalo
graciano: chano
hector: tito hec
heriberto: beto
hernan: nano
hilario: layo
hipolito: polo
leopoldo: polo leo
ines: nesi
irene: ire
jacinto: chinto
julian: juli
juliana: juli
julieta: juli
juana: juanita
juan: juanito juancho jn
laura: lau laurita
lorena: lore
lorenzo: lencho loren
luciano: lucho
luz: lucecita
""".strip()

_SHORT_FORMS_EN = """
william: bill billy will willy willie liam wm bil
robert: bob bobby rob robbie bert robt
richard: dick rick ricky rich richie
james: jim jimmy jamie jas jem
john: jack johnny jon jno
jonathan: jon jonny nathan
joseph: joe joey jos
michael: mike mick mickey micky
thomas: tom tommy thos
charles: charlie chuck chas chaz charley
edward: ed eddie ted teddy ned
edwin: ed eddie
edmund: ed ted
theodore: ted teddy theo
henry: harry hank hal
harold: harry hal
george: georgie geo
david: dave davey davy
daniel: dan danny
andrew: andy drew
anthony: tony ant
alexander: alex al sandy xander sasha alec
alexandra: alex sandra sasha lexi lexie
alexandria: alex
albert: al bert
alfred: al fred alf alfie
frederick: fred freddie freddy
alan: al
arthur: art artie
benjamin: ben benny benji
bernard: bernie
bradley: brad
christopher: chris kit topher
christine: chris chrissy tina
christina: chris tina chrissy
christian: chris
kristin: kris
clifford: cliff
deborah: deb debbie debby
donald: don donnie
douglas: doug
elizabeth: liz beth betty lizzie eliza betsy libby lisa elsie liza bess lizzy
emily: em
eugene: gene
francis: frank fran
frances: fran frankie
franklin: frank
gabriel: gabe
gerald: gerry jerry
geoffrey: geoff jeff
gregory: greg
jacob: jake
jacqueline: jackie
janet: jan
janice: jan
jennifer: jen jenny jenn
jessica: jess jessie
joanna: jo
joshua: josh
judith: judy
katherine: kate katie kathy kat kay kit kitty cathy kath
catherine: cathy kate katie cat
kenneth: ken kenny
kimberly: kim
lawrence: larry laurie
leonard: len lenny leo
louis: lou louie
lucy: lu
margaret: maggie peggy meg marge margie greta daisy peg
martha: marty patty
martin: marty
matthew: matt matty
nathaniel: nat nate nathan
nathan: nate nat
nicholas: nick nicky
nicole: nicky nikki
pamela: pam
patricia: pat patty trish tricia patsy
patrick: pat paddy
peter: pete
philip: phil pip
rachel: rach
raymond: ray
rebecca: becky becca
ronald: ron ronnie
russell: russ
samuel: sam sammy
samantha: sam
sarah: sally sadie
stephen: steve stevie
stephanie: steph
susan: sue susie suzie
suzanne: sue suzy
teresa: terry tess tessa
terence: terry
timothy: tim timmy
valerie: val
victoria: vicky tori vic
vincent: vince vinnie
virginia: ginny
walter: walt wally
abigail: abby gail
amanda: mandy
barbara: barb babs
beatrice: bea
caroline: carrie caro
cynthia: cindy
dorothy: dot dottie dolly
eleanor: ellie nell nora
ellen: nell ellie
florence: flo
gwendolyn: gwen
helen: nell
irene: rene
isabella: bella izzy
josephine: jo josie
madeline: maddie
maximilian: max
maxwell: max
melissa: missy mel
mildred: millie
natalie: nat
oliver: ollie
penelope: penny
priscilla: cilla
roderick: rod
rodney: rod
roger: rodge
sidney: sid
solomon: sol
stuart: stu
zachary: zach zack
mary: molly polly mae mamie
ann: annie nancy
""".strip()

#: Different spellings of one name; the first is what all of them are read as.
_SPELLINGS = """
jose: josé
ana: anna
ann: anne
sara: sarah
teresa: theresa tereza
elizabeth: elisabeth
stephen: steven stefan stephan
katherine: kathryn catherine catharine katharine cathryn
philip: phillip philippe
jeffrey: geoffrey jeffery
geoffrey: jeffrey
matthew: mathew
sofia: sophia
isabel: ysabel izabel
luis: luiz
elena: helena
ines: agnes
cristina: christina kristina
cristian: christian kristian
monica: monika
ximena: jimena
jonathan: jhonatan jonatan johnathan
bryan: brian brayan
geovanni: giovanni jovani
yesenia: jessenia
lawrence: laurence
alan: allan allen
gonzalez: glez gzz gonzlz gonz
rodriguez: rdz rguez rdguez rodz rodgz
fernandez: fdez fernz fdz
hernandez: hdez hdz hndez
martinez: mtz mtnez mnez mrtz
sanchez: schz snchz sanchz
gutierrez: gtz gutz
ramirez: rmz
jimenez: jmz jmnz gimenez ximenez
dominguez: dmgz dguez
vazquez: vzqz velasquez
alvarez: alvz
rosa: rossa
""".strip()

#: After a name: which of two of the same name.
GENERATIONS = {
    "jr": "jr", "junior": "jr", "hijo": "jr", "hija": "jr", "ii": "ii", "iii": "iii",
    "iv": "iv", "2nd": "ii", "3rd": "iii", "filho": "jr", "neto": "iii", "fils": "jr",
    "sr": "sr", "senior": "sr", "padre": "sr", "pere": "sr",
}  # fmt: skip

#: Words that stand before or behind a name and are not part of it.
TITLES = frozenset(
    """dr dra sr sra srta mr mrs ms miss mx prof profa profesor profesora professor lic licda licdo ing arq abg amb
    ambassador embajador embajadora hon sir don dona dna rev mons msgr mgr mme mlle phd md esq mba msc lcda lcdo
    licenciado licenciada ingeniero ingeniera doctor doctora mtro mtra msc periodista""".split()  # noqa: SIM905
)

PARTICLES = frozenset(
    "de del la las los el van von vom zu zum der den da do dos das di du le ter ten bin ibn al y e i".split()  # noqa: SIM905
)

#: Mailboxes of an office, not of a person.
GENERAL_MAILBOXES = frozenset(
    """info informacion information redaccion newsroom news noticias noticia prensa press pressoffice media medios
    contacto contact contactos contactenos contactus hello hola hi mail email correo correos admin administracion
    office oficina secretaria secretary recepcion reception editor editors editores editorial desk newsdesk agenda
    comunicacion comunicaciones comunicados comunicado communications comms communication tips internacional
    nacionales nacional economia deportes sports cultura sociedad web webmaster digital online radio tv television
    produccion production direccion director gerencia marketing ventas sales publicidad ads support soporte ayuda
    help servicio service servicios general central centralita all todos equipo team cartas letters opinion sucesos
    foreign international local city politics politica business negocios actualidad informativos reporteros foto
    fotografia photo photos noreply no-reply webmail periodico diario revista magazine redaction presse medias
    jefatura coordinacion asistente enlace publico lectores cabina studio estudio programa boletin newsletter""".split()  # noqa: SIM905
)

#: Where anybody can have an address: the domain says nothing about the outlet.
FREE_MAIL = frozenset(
    """gmail.com googlemail.com hotmail.com hotmail.es outlook.com outlook.es live.com live.com.mx msn.com yahoo.com
    yahoo.es yahoo.com.mx yahoo.com.ar yahoo.co.uk ymail.com aol.com icloud.com me.com mac.com proton.me
    protonmail.com gmx.com gmx.net gmx.de mail.com zoho.com tutanota.com fastmail.com telefonica.net movistar.es
    racsa.co.cr ice.co.cr yandex.com mail.ru qq.com orange.fr wanadoo.fr free.fr laposte.net terra.es terra.com
    prodigy.net.mx""".split()  # noqa: SIM905
)

#: Words of an outlet's name that other spellings of it leave out.
OUTLET_WORDS = frozenset(
    "el la los las the le les diario periodico newspaper sa srl ltd inc llc co de del of s a c v and y".split()  # noqa: SIM905
)


def _table(*lists: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in "\n".join(lists).splitlines():
        name, _colon, short = line.partition(":")
        for each in short.split():
            if each != name:
                found.setdefault(each.replace("ñ", "n").replace("é", "e"), {each} if len(each) > 2 else set()).add(name)
    return {short: frozenset(names) for short, names in found.items()}


#: Short form or spelling → all names it may be, itself among them.
NAMES_OF: dict[str, frozenset[str]] = _table(_SHORT_FORMS_ES, _SHORT_FORMS_EN, _SPELLINGS)
#: Every full name of the tables.
FULL_NAMES: frozenset[str] = frozenset(
    part for names in NAMES_OF.values() for name in names for part in name.split("+")
)
