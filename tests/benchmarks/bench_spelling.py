"""Suggestions for a hundred real slips per language, looking words up, and checking a whole release.

French has ten slips here, made into a hundred by asking for each ten times with nothing remembered between.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.benchmarks.figure import Figure

SLIPS = {
    "en": """accomodate recieve seperate definately occured untill goverment enviroment neccessary publically begining beleive
    commitee concensus dilemna embarass existance foriegn freind garantee harrass independant knowlege liason maintenence
    millenium mispell noticable occassion parliment persistant posession prefered priviledge pronounciation recomend refered
    relevent succesful suprise tendancy tommorow truely unfortunatly wich thier acheive adress agressive apparant
    assasination basicly buisness catagory cemetary changable collegue comming completly concious curiosty decieve
    desparate develope diffrence dissapear dissapoint ecstacy equiptment excede excercise experiance familar finaly
    flourescent foward fourty gaurd glamourous happend heighth humerous idiosyncracy imediately inteligence interupt
    irresistable jewelery manoever neice ninty migratoin refugess humanitarain displacment asylumn traficking smuglers
    comunity developement intergation vunerable""",
    "es": """migracion refujiados desplasados humanitaira govierno nesesario organisacion internasional vulnerbles derechso
    hambiente poblacoin dsearrollo acojida explotasion proteccoin vivenda emerjencia sosial ecsperiencia recivir avierto
    abitantes havia estubo tubieron hiso hicieorn conosimiento bolver cojer dirijir exijir travajo travajadores empezo
    esplico desarollo nuebo jente atravez traves tambien despues segun atencion situacion nacion region necesidads
    adolecentes jovenes inundasiones huracan sequia sanitaira edukacion maestroz alcaldia municipo departamneto provinsia
    siudad periodisats entrevsita declarasion conferensia reunoin cumbrre acuerod convensión polisía seguirdad infromacion
    comunicasion asistensia albergeu rescatre naufrajio fronteriso transito pasaprote visdao retrono retornads deportasion
    trafiko esclavitut refujio solicitnates cooperasion conflitco viollencia""",
    "fr": "gouvernment refugiés necessaire developement accueuil organiation internatonale hummanitaire frontieres protecton",
}
TEXT = "The offices of the region count people who return by land and by air, and publish what they recieve. "


def figures() -> Iterator[Figure]:
    """Suggesting, the first look at 5,000 words, and the look after one key."""
    from desktop.app.wiring import make_tools
    from desktop.domain.document import Block, BlockKind, Document
    from desktop.domain.richtext import RichText
    from desktop.editorial.spelling.rechecking import Checked, recheck
    from desktop.editorial.spelling.speller import Speller

    tools = make_tools()
    for language, slips in SLIPS.items():
        speller = Speller(tools.dictionary)
        words = [word for word in slips.split() if not speller.is_right(word, language)]
        words *= max(1, 100 // len(words))
        speller.suggest(words[0], language)  # reads the base forms
        samples = []
        for word in words:
            fresh = Speller(tools.dictionary)
            started = time.perf_counter()
            fresh.suggest(word, language)
            samples.append((time.perf_counter() - started) * 1000)
        yield Figure(f"suggestions for a slip, {language}, {len(samples)} slips", samples, bar=50, measure="p95")
    blocks = tuple(Block(f"b{n}", BlockKind.PARAGRAPH, RichText.plain(f"In part {n}: " + TEXT * 3)) for n in range(90))
    document = Document("d", "en", blocks)
    whole, again = [], []
    for number in range(10):
        speller = Speller(tools.dictionary)
        started = time.perf_counter()
        checked = recheck(document, speller, frozenset(), Checked())
        whole.append((time.perf_counter() - started) * 1000)
        edited = document.with_blocks([Block("b0", BlockKind.PARAGRAPH, RichText.plain(f"New {number}")), *blocks[1:]])
        started = time.perf_counter()
        recheck(edited, speller, frozenset(), checked)
        again.append((time.perf_counter() - started) * 1000)
    yield Figure("looking up 5,000 words for the first time", whole, bar=200)
    yield Figure("looking up after one changed block", again, bar=10)
