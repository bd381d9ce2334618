"""Releases in our own words, as they come out of saved pages, mail programs and word processors."""

PAHO_STYLE = """Home
News
Publications
Dengue Cases Fall by a Third in the Andean Countries
Washington, D.C., 19 September 2012 (PAHO/WHO) — Health ministries of five Andean countries reported a third fewer cases of dengue in the first half of the year than a year earlier, according to figures presented on Wednesday.
The decrease follows two years of joint work on water storage, waste collection and early notice to local clinics, the ministries said.
- Colombia reported the largest decrease.
- Bolivia reported the smallest.
“We learned that the mosquito does not ask for a visa, so neither should our data,” said Dr. Elena Quispe, who coordinates the Andean dengue network. “Clinics now share their numbers every Monday.”
###
Related news
Measles campaign reaches the islands with a long teaser that explains at length what the campaign is about and why it matters.
© 2012 All rights reserved
"""

SPANISH_FULL = """COMUNICADO DE PRENSA No. 14/2020
PARA PUBLICACIÓN INMEDIATA

Costa Rica y Nicaragua acuerdan un paso ordenado para trabajadores temporales
El acuerdo entra en vigor con la cosecha de café

San José, 26 de mayo de 2020.– Las autoridades migratorias de Costa Rica y Nicaragua acordaron ayer un procedimiento común para el ingreso de unas 4.500 personas trabajadoras temporales durante la cosecha de café, con apoyo técnico de la OIM.
Cada persona recibirá un documento con vigencia de seis meses y acceso a los servicios de salud, explicó la Dirección General de Migración.
“Nadie debería arriesgar su vida en un cruce irregular para ir a trabajar a una finca que lo espera”, señaló la jefa de misión de la OIM en Costa Rica, Marcela Quirós Ávila. “Este procedimiento protege a las personas y también a los productores.”
«El café costarricense se recoge con manos de los dos países», agregó.
Qué cambia para las fincas
Los productores deberán inscribir sus solicitudes en línea al menos diez días antes de la llegada de las personas trabajadoras y ofrecer alojamiento digno.
Acerca de la OIM
Creada en 1951, la OIM es la organización de las Naciones Unidas para la migración.
Para más información, sírvase contactar a Jorge Peña Solís, Oficial de Prensa, OIM Costa Rica, Tel.: +506 2212 5300, Correo electrónico: jpena@example.org.
FIN
"""

FRENCH = """Accueil
Actualités
L’OIM et Haïti rouvrent le centre d’accueil de Ouanaminthe
Port-au-Prince, le 3 mars 2021 – Le centre d’accueil de Ouanaminthe a rouvert ses portes mercredi après huit mois de travaux, a annoncé l’Office national de la migration, avec l’appui de l’OIM et de ses partenaires.
« Les personnes qui reviennent de la frontière ont besoin d’un lit, d’un repas et d’une oreille, et elles les trouveront ici dès ce soir », a déclaré Marie-Ange Toussaint, directrice du centre.
Le centre peut recevoir 180 personnes par nuit et dispose d’un poste de santé.
Pour plus d’informations, veuillez contacter Jean-Robert Désir, Tél. : +509 28 13 11 11, Courriel : jrdesir@example.org.
Partager
Facebook
"""

EMBARGO = """EMBARGOED until 06:00 GMT, 18 December 2019
Press release
Remittances to Central America Reach a New High
GENEVA (ILO News) – Families in Central America received more money from abroad in 2019 than in any year before, a report of the International Labour Office shows, although fees are still above the target of 3 per cent.
The report is based on bank figures and on interviews with 2,100 families in six countries between March and August.
-30-
Notes to editors
1. The full report is on the website from the hour of the embargo.
2. Photographs are free of charge with a credit line.
Media contacts:
Paula Reyes
Press Officer, ILO
preyes@example.org
+41 22 799 79 12
Tom Baker
tbaker@example.org
Tel: 022 799 79 13
"""

NO_DATELINE = """Volunteers Clean Twelve Beaches on the Pacific Coast
More than four hundred volunteers collected nine tonnes of plastic on twelve beaches this weekend, in the largest cleaning that the coast has seen so far, and sorted all of it by hand.
Most of the plastic was bottles and packaging, and about a tenth was fishing gear.
"""

MENU_WITHOUT_BULLETS = """Skip to main content
English
Español
What we do
Resources
Migration and health
Emergency response
Labour mobility
Search
Home
News
New Shelter Opens Its Doors in Tapachula
16 June 2022
Share this page
Twitter
Tapachula, Mexico - A new shelter for families with young children opened on Thursday near the bus terminal of Tapachula, where arrivals have doubled since the beginning of the year.
It has room for 240 people, a kitchen and a classroom, and it will be run by the city together with three local organizations.
Tags: Mexico, shelter
Subscribe to our newsletter
"""

STRAIGHT_QUOTES = """Radio Series on Safe Migration Begins in Honduras
Tegucigalpa - Twelve community stations in the west of Honduras began to broadcast a radio series about the risks of irregular migration on Monday, in Spanish and in two indigenous languages.
"People trust the voice they wake up with, and that is why we went to the community stations first," said Rosa Amelia Pineda, producer of the series.
She added: "Each chapter ends with a telephone number, and the telephone rings, sometimes all night long, with questions we had never thought of."
The word "coyote" is never used in the series, because listeners asked for it to be left out of the script.
For more information contact Rosa Amelia Pineda at UNAH Radio, Tel: 504-2216-5100, Email: rpineda@example.org or Luis Mejía, Email: lmejia@example.org.
"""

TITLE_WITH_DASH = """About
Contact us
From Border to Border – A Route Told by Those Who Walk It
Panama City – The photographs of an exhibition that opened on Friday were taken by twenty young people on their way through the Darién, each with a single-use camera of twenty-seven pictures.
The exhibition is open every day from nine to five, and the entrance is free for everyone.
"""

DOUBLED_PAGE_TITLE = """Panamá recibe la primera caravana de la salud | Organización Regional
Inicio
Noticias
Panamá recibe la primera caravana de la salud
Ciudad de Panamá.- La primera caravana de la salud llegó el lunes a la provincia de Darién con doce profesionales y una farmacia móvil, y atenderá a comunidades de acogida y a personas migrantes durante tres semanas.
Según el ministro de Salud, la caravana visitará nueve comunidades y volverá en noviembre con vacunas.
Noticias relacionadas
Otra noticia que no pertenece a este comunicado
Todos los derechos reservados
"""

LETTER_ABOVE = """From: press office
Dear colleagues, please find our release below.
FOR IMMEDIATE RELEASE
Two Ferries Resume Service Between Chaguaramas and Güiria
Port of Spain, Trinidad and Tobago – Two ferries resumed their weekly service between Trinidad and the Venezuelan coast on Tuesday, after a pause of eighteen months, with new rules for identity papers and for safety on board.
Passengers must register three days before they travel, and children need the consent of both parents in writing.
# # #
"""

STATEMENT_ONLY_QUOTES = """Declaración de la Directora Regional en el Día Internacional del Migrante
“Hoy recordamos a quienes no llegaron. Cada nombre que falta en una lista es una familia que espera una llamada, y esa espera no puede ser la política de nadie.
“Pedimos a los gobiernos de la región que abran más vías regulares, que compartan la información que tienen y que escuchen a las familias.”
"""

CONTACT_WITHOUT_ANYBODY = """A Handbook for Shelters Is Published in Three Languages
Quito – A handbook for people who run shelters was published on Monday in Spanish, English and Haitian Creole, with chapters on kitchens, children, pets and the prevention of fires.
It was written by people who run shelters in six countries and tested in four of them for a year.
For more information, please visit www.example.org/handbook.
"""
