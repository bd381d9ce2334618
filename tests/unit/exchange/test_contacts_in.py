"""Contact tables and cards as other programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.contact import Gender, Usage
from desktop.domain.errors import BadInputError
from desktop.exchange.contact_files import ReadContacts, read_contact_file
from desktop.exchange.csv_headers import guess_fields

SPANISH = """Nombre;Apellidos;Correo electrónico;Teléfono;Móvil;Medio;Cargo;País;Ciudad;Idioma;Etiquetas;Notas;UID
José;Núñez Ávila;jnunez@nacion.example, jose@x.org;2212-5327 ext. 4;8888 7777;La Nación;Editor;Costa Rica;San José;Español y inglés;prensa, región;Llamar antes;17
;;;;;;;;;;;;
Ana;Ruiz;not-an-address;abc;;;;Narnia;;klingon prosa;;;
;;bad;;;;;;;;;;
"""


def read(tmp_path: Path, content: str | bytes, name: str = "a.csv", **more: object) -> ReadContacts:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_contact_file(path, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_spanish_table_in_any_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    content = SPANISH
    if separator != ";":
        quoted = [[f'"{c}"' for c in line.split(";")] for line in SPANISH.splitlines()]
        content = "\n".join(separator.join(line) for line in quoted)
    found = read(tmp_path, content.encode(encoding))
    assert found.separator == separator
    assert [row.row for row in found.rows if row.contact] == [2, 4]
    person = found.rows[0].contact
    assert person is not None
    assert (person.given_name, person.family_name) == ("José", "Núñez Ávila")
    assert [e.address for e in person.emails] == ["jnunez@nacion.example", "jose@x.org"]
    assert [(p.number, p.extension, p.usage) for p in person.phones] == [
        ("+50622125327", "4", Usage.WORK),
        ("+50688887777", "", Usage.MOBILE),
    ]
    assert (person.organisation, person.roles[0].title, person.country) == ("La Nación", "Editor", "CR")
    assert (person.languages, person.tags, person.notes) == (("es", "en"), ("prensa", "región"), "Llamar antes")
    assert (person.city, person.source_id, person.id) == ("San José", "17", "")
    assert found.groups == ()
    assert set(found.samples) >= {"José", "Núñez", "Ávila"}


def test_what_is_not_understood_is_kept_and_told(tmp_path: Path) -> None:
    found = read(tmp_path, SPANISH)
    ana = found.rows[1]
    assert ana.contact is not None
    assert len(ana.warnings) == 4
    assert all(word in ana.contact.notes for word in ("Narnia", "klingon prosa", "not-an-address"))
    assert ana.contact.phones[0].number == "abc"
    refused = found.rows[-1]
    assert refused.contact is None
    assert "bad" in refused.reason


def test_google_and_outlook_headers() -> None:
    google = ["Name", "Given Name", "Family Name", "Group Membership", "E-mail 1 - Type", "E-mail 1 - Value",
              "Phone 1 - Type", "Phone 1 - Value", "Organization 1 - Name", "Organization 1 - Title"]  # fmt: skip
    assert guess_fields(google) == (
        "name",
        "given_name",
        "family_name",
        "groups",
        "",
        "email",
        "",
        "phone",
        "organisation",
        "title",
    )
    outlook = ["Title", "First Name", "Middle Name", "Last Name", "Company", "Job Title", "Business Phone", "Mobile Phone",
               "E-mail Address", "E-mail 2 Address", "Business Country/Region"]  # fmt: skip
    assert guess_fields(outlook) == (
        "form_of_address", "given_name", "given_name", "family_name", "organisation", "title", "phone", "mobile", "email",
        "email", "country",
    )  # fmt: skip
    spanish = ["Nombre y apellidos", "Medio", "Correo-e", "Tel.", "Primer apellido"]
    assert guess_fields(spanish) == ("name", "organisation", "email", "phone", "family_name")


def test_region_mapping_and_tables_without_header(tmp_path: Path) -> None:
    found = read(tmp_path, "Wer,Was\nEva Mora,eva@x.org\n", mapping={"Wer": "name", "Was": "email"})
    assert found.mapping == (("Wer", "name"), ("Was", "email"))
    assert found.rows[0].contact is not None
    bare = read(tmp_path, "Eva Mora,2212-5327,eva@x.org\nLuis Paz,2212-5337,luis@x.org\n", region="CR")
    assert [r.contact.phone for r in bare.rows if r.contact] == ["+50622125327", "+50622125337"]
    assert [r.contact.family_name for r in bare.rows if r.contact] == ["Mora", "Paz"]
    assert [r.row for r in bare.rows] == [1, 2]
    said = read(tmp_path, "sep=|\nName|E-mail\nEva|eva@x.org\n")
    assert (said.separator, said.rows[0].row) == ("|", 3)


@pytest.mark.parametrize(
    ("content", "mapping"),
    [("colour,size\nred,1\n", None), ("", None), ("\n\n", None), ("a,b\n1,2\n", {"a": "nonsense"}), ("%PDF-1.4", None)],
)  # fmt: skip
def test_tables_that_hold_no_people(tmp_path: Path, content: str, mapping: dict[str, str] | None) -> None:
    with pytest.raises(BadInputError):
        read(tmp_path, content, mapping=mapping)


def test_other_kinds_and_no_card(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="cannot be read"):
        read(tmp_path, "x", "a.docx")
    with pytest.raises(BadInputError, match="no vCard"):
        read(tmp_path, "Hello", "a.vcf")


CARDS = b"""BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Mar=C3=ADa Jos=\r
=C3=A9;;Dra.;\r
TEL;WORK;VOICE:506-2212-5327\r
TEL;CELL:+506 8888 7777\r
EMAIL;INTERNET:mj@nacion.example.cr\r
ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:La Naci=F3n;Redacci=F3n\r
PHOTO;ENCODING=BASE64;TYPE=JPEG:\r
 /9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP==\r
\r
AGENT:\r
BEGIN:VCARD\r
VERSION:2.1\r
FN:Not This One\r
END:VCARD\r
END:VCARD\r
BEGIN:VCARD
VERSION:3.0
FN:Broken Bee
EMAIL:bee@x.org
BEGIN:VCARD
VERSION:3.0
FN:\xc3\x81lvaro Gil
item1.EMAIL;type=INTERNET;type=HOME;type=pref:a.gil@x.org
EMAIL;TYPE=WORK:gil@x.org
item1.X-ABLabel:_$!<Other>!$_
this line says nothing
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Oliver Bush
N:Bush;Oliver;;;
EMAIL;TYPE=work:obush@iom.int
TEL;VALUE=uri;TYPE="work,voice":tel:+506-2212-5327;ext=12
LANG;PREF=2:es
LANG;PREF=1:en
CATEGORIES:press\\, region,RCM
NOTE:one\\ntwo with a very long \r
 line and M\xc3
 \xa9xico
ADR;TYPE=work:;;;San Jos\xc3\xa9;;;Costa Rica
GENDER:M
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Region desk
MEMBER:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:org
FN:Radio Uno
TEL:+506 2212 5337
END:VCARD
"""


def test_cards_of_all_versions_one_bad_card_costs_itself(tmp_path: Path) -> None:
    found = read(tmp_path, CARDS, "a.vcf")
    maria, broken, alvaro, oliver, radio = found.rows
    assert maria.contact is not None
    assert (maria.contact.name, maria.contact.form_of_address) == ("María José Núñez", "Dra.")
    assert [(p.number, p.usage) for p in maria.contact.phones] == [
        ("+50622125327", Usage.WORK),
        ("+50688887777", Usage.MOBILE),
    ]
    assert maria.organisation == "La Nación, Redacción"
    assert broken.contact is None
    assert broken.reason
    assert alvaro.contact is not None
    assert [(e.address, e.usage) for e in alvaro.contact.emails] == [
        ("a.gil@x.org", Usage.HOME),
        ("gil@x.org", Usage.WORK),
    ]
    assert alvaro.warnings == ("1 line could not be read.",)
    person = oliver.contact
    assert person is not None
    assert (person.phones[0].number, person.phones[0].extension) == ("+50622125327", "12")
    assert (person.languages, person.tags) == (("en", "es"), ("press, region", "RCM"))
    assert oliver.lists == ("Region desk", "press, region", "RCM")
    assert person.notes == "one\ntwo with a very long line and México"
    assert (person.city, person.country, person.gender) == ("San José", "CR", Gender.MASCULINE)
    assert person.source_id == "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"
    assert radio.contact is not None
    assert (radio.contact.given_name, radio.organisation) == ("", "Radio Uno")
    assert found.groups == ("RCM", "Region desk", "press, region")
    assert [row.row for row in found.rows] == [1, 2, 3, 4, 6]
