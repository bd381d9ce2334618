"""Contact files in the dialects of the programs that write them, as their documentation and exports show them."""

from __future__ import annotations

import base64
import io
import zipfile

import openpyxl

OUTLOOK_ES = (
    '"Tratamiento","Nombre","Segundo nombre","Apellidos","Sufijo","Organización","Departamento","Puesto",'
    '"Calle del trabajo","Ciudad de trabajo","País o región del trabajo","Ciudad del domicilio","Fax del trabajo",'
    '"Teléfono del trabajo","Teléfono del trabajo 2","Particular","Móvil","Nombre del ayudante","Categorías",'
    '"Dirección de correo electrónico","Tipo de correo electrónico","Nombre de pantalla de correo electrónico",'
    '"Dirección de correo electrónico 2","Sexo","Notas","Idioma","Privado"\r\n'
    '"Dra.","María","José","Núñez Ávila","","La Nación","","Editora","Av. 1","San José","Costa Rica","Heredia",'
    '"2255-0000","2212-5327","2212-5337 ext. 12","2222-3344","8888-7777","Iris","Prensa;Salud","mj@nacion.example","SMTP",'
    '"María Núñez (mj@nacion.example)","mj2@nacion.example","Mujer","Llamar antes\r\nde las 9","Español","False"\r\n'
).encode("cp1252")

OUTLOOK_EN = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business City,Business Country/Region,"
    "Home City,Assistant's Phone,Business Fax,Business Phone,Home Phone,Mobile Phone,Categories,E-mail Address,"
    "E-mail Type,E-mail Display Name,E-mail 2 Address,Gender,Notes,Language\r\n"
    "Dr.,Seán,,O’Brien,Jr.,The Paper,,Editor,London,United Kingdom,Dublin,+44 20 7946 0000,+44 20 7946 0001,"
    "+44 20 7946 0018,,+44 7400 123456,Press,sean@paper.example,SMTP,Seán O’Brien (sean@paper.example),,Male,,English\r\n"
).encode("utf-8-sig")

GOOGLE = (
    b"Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,"
    b"E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Name,"
    b"Organization 1 - Title\n"
    b"Ana Mora,Ana,,Mora,* myContacts ::: Prensa ::: Radio,* Work,ana@faro.example ::: ana2@faro.example,Home,"
    b"ana@casa.example,Mobile,+506 8888 7777,Work Fax,+506 2255 0000,Radio Faro,Reportera\n"
)

GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,"
    "Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - City,Address 1 - Country\n"
    "Ana,,Mora,,Lic.,,,Radio Faro,Reportera,,Prensa ::: * myContacts,* Home,ana@faro.example,Mobile,+506 8888 7777,Home,"
    "Limón,CR\n"
).encode()

THUNDERBIRD_ES = (
    "Nombre,Apellidos,Mostrar como,Apodo,Correo electrónico primario,Correo electrónico secundario,Teléfono del trabajo,"
    "Teléfono particular,Número de fax,Número de busca,Número de móvil,Ciudad particular,Ciudad del trabajo,"
    "País del trabajo,Puesto,Organización,Notas\n"
    "Iván,Muñoz,Iván Muñoz,,ivan@diario.example,ivan@casa.example,+506 2212 5337,+506 2222 3344,+506 2255 0000,,"
    "+506 8888 7778,Cartago,San José,Costa Rica,Redactor,El Diario,\n"
).encode()

TITLED = (
    "Directorio de prensa 2024;;;\n;;;\nPeriodista;Medio;Correo;Teléfono\n"
    "Núñez, José;La Nación;jnunez@nacion.example;2212-5327\n;;;\nTotal: 1;;;\n"
).encode("cp1252")

LDIF = (
    "version: 1\n\ndn: dc=example\nobjectClass: dcObject\nobjectClass: organization\no: Example\n\n"
    "# a person\ndn: mail=mj@nacion.example,cn=Mar\n"
    "objectclass: top\nobjectclass: person\nobjectclass: inetOrgPerson\nobjectclass: mozillaAbPersonAlpha\n"
    f"givenName:: {base64.b64encode('María José'.encode()).decode()}\n"
    f"sn:: {base64.b64encode('Núñez'.encode()).decode()}\n"
    f"cn:: {base64.b64encode('María José Núñez'.encode()).decode()}\n"
    "mail: mj@nacion.example\nmozillaSecondEmail: mj@casa.example\ntelephoneNumber: 2212-5327\n"
    "mobile: 8888-7777\no: La\n  Nación\ntitle: Editora\nl: San José\nc: CR\npreferredLanguage: es, en;q=0.5\n"
    "entryUUID: 4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\n\n"
    "dn: uid=ivan,ou=people,dc=example\nobjectClass: inetOrgPerson\nuid: ivan\ncn: Iván Muñoz\nsn: Muñoz\n"
    "mail: ivan@diario.example\njpegPhoto:: /9j/4AAQSkZJRg==\ndescription:: !!!not base64!!!\n\n"
    "dn: uid=nobody,dc=example\nobjectClass: person\ndescription: nothing else\n\n"
    "dn: cn=Prensa,mail=\nobjectclass: top\nobjectclass: groupOfNames\ncn: Prensa\n"
    "member: cn=María José Núñez,mail=mj@nacion.example\nmember: UID=Ivan, OU=people, DC=example\n"
    "member: cn=Elsewhere,mail=far@away.example\n"
).encode()

APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.0//EN
N:Núñez;María José;;Dra.;
FN:Dra. María José Núñez
ORG:La Nación;Redacción
TITLE:Editora
item1.EMAIL;type=INTERNET;type=pref:mj@nacion.example
item1.X-ABLabel:_$!<Other>!$_
TEL;type=iPhone;type=CELL;type=VOICE;type=pref:+506 8888 7777
item2.TEL:+506 2212 5327
item2.X-ABLabel:_$!<Home>!$_
TEL;type=WORK;type=FAX:+506 2255 0000
X-ABUID:1\\:ABPerson
UID:p1
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Prensa;;;;
FN:Prensa
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:p1
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:gone
END:VCARD
""".replace("\n", "\r\n").encode()

NEXTCLOUD = """BEGIN:VCARD
VERSION:4.0
PRODID:-//Nextcloud Contacts v5.5.3
UID:u2
FN:Iván Muñoz
N:Muñoz;Iván;;;
CATEGORIES:Prensa,Radio\\, local
EMAIL;TYPE=WORK:ivan@diario.example
LANG:es
ADR;TYPE=WORK:;;Calle 1;Limón;;;Costa Rica
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Amigos
MEMBER:mailto:IVAN@diario.example
END:VCARD
""".encode()

#: Cards put together by hand: one in UTF-8, one that says its charset, one in Windows-1252 that says nothing.
MIXED = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Núñez\r\nEMAIL:a@x.example\r\nEND:VCARD\r\n".encode()
    + "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1:Muñoz;Iván\r\nEMAIL:b@x.example\r\nEND:VCARD\r\n".encode("latin-1")
    + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Brontë\r\nEMAIL:c@x.example\r\nEND:VCARD\r\n".encode("cp1252")
)  # fmt: skip


def workbook() -> bytes:
    """A workbook with a title, dates, numbers as numbers, an empty sheet and a second list."""
    book = openpyxl.Workbook()
    book.active.title = "Portada"
    book.active["A1"] = "Directorio"
    sheet = book.create_sheet("Prensa")
    for row in (
        ["Periodistas 2024"],
        [],
        ["Nombre", "Apellidos", "Correo", "Teléfono", "Fecha de consentimiento", "Código"],
        ["José", "Núñez", "jnunez@nacion.example", 22125327, "2024-05-03", 17],
        [],
        ["Zoë", "Brontë", "zoe@paper.example", "+44 20 7946 0018", None, 18.0],
    ):
        sheet.append(row)
    other = book.create_sheet("Radio")
    other.append(["Nombre", "Correo"])
    other.append(["Ana Mora", "ana@faro.example"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def open_document(repeated: int = 3) -> bytes:
    """An ODS as LibreOffice writes one: repeated empty rows and cells, a day as a value."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("José", "Núñez", "jnunez@nacion.example")
    )
    head = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("Nombre", "Apellidos", "Correo", "Fecha de consentimiento")
    )
    day = '<table:table-cell office:value-type="date" office:date-value="2024-05-03"><text:p>3.5.24</text:p></table:table-cell>'
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
        '<office:spreadsheet><table:table table:name="Hoja1">'
        f"<table:table-row>{head}</table:table-row><table:table-row>{cells}{day}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="{repeated}"><table:table-cell '
        'table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", content)
    return target.getvalue()


def hostile_workbook(cell: str = "XFD1048576") -> bytes:
    """A small workbook with one cell in the far corner."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Nombre"
    book.active["B1"] = "Correo"
    book.active[cell] = "x"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


ALL = {
    "outlook-es.csv": OUTLOOK_ES,
    "outlook-en.csv": OUTLOOK_EN,
    "google.csv": GOOGLE,
    "google-new.csv": GOOGLE_NEW,
    "thunderbird-es.csv": THUNDERBIRD_ES,
    "titled.csv": TITLED,
    "tree.ldif": LDIF,
    "apple.vcf": APPLE,
    "nextcloud.vcf": NEXTCLOUD,
    "mixed.vcf": MIXED,
}
