"""Names, outlets and places that made directories are made of."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

SPANISH_GIVEN = """Adriana Alberto Alejandra Alejandro Alfredo Alicia Álvaro Ana Andrea Andrés Ángel Ángela Antonio Arturo Beatriz
Bernardo Camila Carlos Carmen Carolina Catalina Cecilia César Claudia Cristina Daniel Daniela David Diana Diego Dolores
Eduardo Elena Elisa Emilio Enrique Ernesto Esteban Eugenia Fabiola Federico Felipe Fernanda Fernando Francisca Francisco
Gabriel Gabriela Gerardo Gloria Gonzalo Graciela Guadalupe Guillermo Gustavo Héctor Hugo Ignacio Inés Irene Isabel Iván
Jaime Javier Jesús Joaquín Jorge José Josefina Juan Juana Julia Julián Julio Karla Laura Leonardo Leticia Lorena Lourdes
Lucía Luis Luisa Manuel Marcela Marco Marcos Margarita María Mariana Mario Marta Martín Mauricio Mercedes Miguel Mónica
Natalia Nicolás Óscar Pablo Paola Patricia Paula Pedro Pilar Rafael Ramón Raquel Raúl Rebeca Ricardo Roberto Rocío
Rodrigo Rosa Rosario Rubén Salvador Sandra Santiago Sara Sebastián Sergio Silvia Sofía Susana Teresa Tomás Valeria
Verónica Vicente Víctor Victoria Ximena Yolanda""".split()
DOUBLE_GIVEN = [
    "María José", "José Luis", "Juan Carlos", "Luis Fernando", "María Fernanda", "Ana María", "Juan José", "José Manuel",
    "María Teresa", "María Isabel", "Juan Pablo", "Miguel Ángel", "José María", "Rosa María", "Marco Antonio",
    "María de los Ángeles", "Luis Alberto", "Ana Lucía", "María Elena", "Juan Manuel",
]  # fmt: skip
SPANISH_FAMILY = """García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno
Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales
Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero
Cano Prieto Méndez Cruz Calvo Gallego Herrera Márquez León Vidal Peña Flores Cabrera Campos Vega Fuentes Carrasco Diez
Reyes Caballero Nieto Aguilar Pascual Santana Herrero Lorenzo Montero Hidalgo Giménez Ibáñez Ferrer Durán Santiago Benítez
Mora Vargas Arroyo Solís Rojas Chaves Villalobos Quesada Alvarado Brenes Camacho Esquivel Salas Araya Zamora Jara Ulate
Umaña Picado Segura Céspedes Barrantes Chinchilla Zúñiga Mena Badilla Bonilla Calderón Cordero Corrales Elizondo Fallas
Granados Hurtado Leiva Madrigal Monge Naranjo Obando Pacheco Porras Quirós Retana Sandí Trejos Ureña Valverde Villegas
Acuña Bolaños Carmona Echeverría Figueroa Gamboa Ledezma Meneses Oviedo Paniagua Rivera Sequeira Tenorio Valerio""".split()
PARTICLE_FAMILY = ["de la Cruz", "del Valle", "de León", "de la Torre", "del Río", "de los Santos", "de la Fuente"]
ENGLISH_GIVEN = """William Robert Richard James John Joseph Michael Thomas Charles Edward Henry David Daniel Andrew Anthony Alexander
Frederick Benjamin Christopher Elizabeth Margaret Katherine Jennifer Patricia Susan Rebecca Deborah Stephen Philip
Matthew Nicholas Samuel Timothy Peter Kenneth Ronald Lawrence Gregory Jacqueline Victoria Samantha Stephanie Catherine
Emily Hannah Grace Olivia Charlotte Amelia Rachel Helen Ruth Alice Janet Brian Kevin Mark Paul George""".split()
ENGLISH_FAMILY = """Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Thompson White Harris
Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell Mitchell Carter
Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey
Bell Kelly Howard Ward Cox Richardson Watson Brooks Bennett Gray Hughes Price Myers Long Foster Sanders Ross Powell
Sullivan Russell O'Brien McCarthy Fletcher Hawkins Whitfield Pemberton Ashworth Cavendish Thornton Holloway""".split()

NICKNAMES = {
    "José": ["Pepe", "Chepe"], "Francisco": ["Paco", "Pancho"], "Manuel": ["Manolo"], "Ignacio": ["Nacho"],
    "Dolores": ["Lola"], "Enrique": ["Kike", "Quique"], "Eduardo": ["Lalo", "Edu"], "Guadalupe": ["Lupe"],
    "Jesús": ["Chuy"], "Guillermo": ["Memo"], "Rafael": ["Rafa"], "Ramón": ["Moncho"], "Ricardo": ["Richi"],
    "Alejandro": ["Alex", "Ale"], "Alejandra": ["Alex"], "Sebastián": ["Sebas"], "Santiago": ["Santi"],
    "Antonio": ["Toño", "Toni"], "Rosario": ["Charo"], "Mercedes": ["Meche"], "Pilar": ["Pili"], "Gabriela": ["Gaby"],
    "Beatriz": ["Bea"], "Verónica": ["Vero"], "Patricia": ["Paty"], "Teresa": ["Tere"], "Javier": ["Javi"],
    "María José": ["Majo"], "Juan José": ["Juanjo"], "José María": ["Chema"], "María Teresa": ["Maite"],
    "William": ["Bill", "Will"], "Robert": ["Bob", "Rob"], "Richard": ["Dick", "Rick"], "James": ["Jim"],
    "Joseph": ["Joe"], "Michael": ["Mike"], "Thomas": ["Tom"], "Charles": ["Charlie", "Chuck"], "Edward": ["Ted", "Ed"],
    "Henry": ["Harry"], "Elizabeth": ["Liz", "Beth"], "Margaret": ["Peggy", "Maggie"], "Katherine": ["Kate"],
    "Anthony": ["Tony"], "Andrew": ["Andy"], "Christopher": ["Chris"], "Stephen": ["Steve"], "Susan": ["Sue"],
    "Rebecca": ["Becky"], "Deborah": ["Debbie"], "Nicholas": ["Nick"], "Samuel": ["Sam"], "Timothy": ["Tim"],
}  # fmt: skip

#: Country → code, cities.
PLACES = {
    "CR": ("506", ["San José", "Limón", "Liberia", "Cartago"]), "MX": ("52", ["México", "Tijuana", "Mérida", "Oaxaca"]),
    "ES": ("34", ["Madrid", "Sevilla", "Valencia", "Bilbao"]), "CO": ("57", ["Bogotá", "Medellín", "Cali"]),
    "GT": ("502", ["Guatemala", "Quetzaltenango"]), "PA": ("507", ["Panamá", "Colón", "David"]),
    "US": ("1", ["Miami", "New York", "Washington"]), "GB": ("44", ["London", "Manchester", "Leeds"]),
}  # fmt: skip
OUTLET_FIRST = """La_Nación El_Universal Radio_Monumental El_Heraldo La_Prensa El_Tiempo Diario_Libre La_Vanguardia El_Faro El_Norte
La_Tribuna Canal_Siete Noticias_Repretel El_Comercio La_República Prensa_Libre El_Siglo La_Estrella El_Mundo Radio_Uno
Semanario_Universidad El_Observador La_Voz El_Correo El_Día Teletica Agencia_Sur The_Courier The_Morning_Post Evening_Star
The_Observer Channel_Four Daily_Record The_Gazette City_Radio""".split()
