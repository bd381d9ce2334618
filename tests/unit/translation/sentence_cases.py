"""Sentences as they should be cut: ``|`` stands where a sentence ends. Every text is made up for this test."""

ENGLISH = """
The ministers met in Geneva. | They agreed on a plan.
Dr. Smith spoke first. | Mr. Jones followed.
Mrs. Adams and Ms. Brown signed. | Nobody objected.
Prof. Lee of the institute disagreed.
H.E. Mr. Samuel Santos opened the session. | The hall was full.
H.E. Dr. Ana Ruiz thanked the hosts.
Gen. Ortega and Gov. Brown arrived. | Sen. Clark did not.
Rev. Thomas and Fr. Miguel run the shelter.
The office is at St. George Street. | It opens at nine.
The team landed in St. Vincent. | Rain had stopped.
Amb. William Hayes spoke to the press. | Col. Reyes listened.
J. R. Smith wrote the report. | It is public.
The report is by J. R. R. Moore.
John F. Kennedy signed it. | The law stands.
William L. Swing visited. | He left on Friday.
Children entering the U.S. in 2014 were counted.
They crossed into the U.S. | The number doubled.
The U.S. Government replied. | It was brief.
He works for the U.N. | The agency hired him in May.
The U.N. Secretary-General agreed.
The U.N. agency agreed. | So did we.
People from Washington, D.C. and Boston came.
The office moved to Washington, D.C. | It opened in June.
The meeting starts at 10 a.m. and ends at 4 p.m. on Friday.
The meeting starts at 10 a.m. | The doors open earlier.
It closes at 6 p.m. Friday.
See No. 5 of the list. | It is long.
See Nos. 5 and 6. | They are short.
Read Art. 7 of the Convention. | It is clear.
Read para. 3 and paras. 4 and 5. | Then stop.
See Fig. 2 and Sec. 4. | Both help.
See pp. 12 and 13. | They matter.
Call Tel: 506-2212-5327. | Ask for Ana.
Call Tel. 506-2212-5327. | Ask for Ana.
Call Tel.: +506 2212 5327. | Ask for Ana.
Write to Ext. 4411. | Wait.
Write to a.lopez@example.org. | We answer soon.
Write to A.Lopez@Example.Org for more.
Visit www.example.org. | It is free.
Visit http://www.example.org/News.Html?id=1.Two for more.
Visit https://example.org/. | All pages are open.
He said: “We must act.” | The room was silent.
He said: “We must act. | Time is short.” | The room was silent.
“We must act,” he said. | Then he left.
“Must we act?” she asked. | Nobody spoke.
“We must act!” the minister shouted.
“We must act.” | “We will,” they said.
She stressed: “One group needs help. | It is children.”
"We must act." | The room was silent.
‘We must act.’ | The room was silent.
(See the annex.) | The text follows.
The group (see Art. 4. It is long) agreed. | Work began.
The states (Belize, Canada, Honduras, etc.) agreed.
They sell fruit, bread, etc. and live on it.
They sell fruit, bread, etc. | The money is little.
Costs rose by 3.5 per cent. | Wages fell by 2.1 per cent.
Some 1,350.75 tonnes came. | More will follow.
It cost $2.4 million. | Canada paid half.
Acme Inc. paid for it. | Globex Ltd. did not.
The firm is Acme Inc. | The owner is abroad.
On Jan. 5 and Sept. 12 they met. | On Dec. 1 they left.
The deadline is in Sept. | The work goes on.
We wait… and hope. | Nothing comes.
We wait... and hope. | Nothing comes.
We wait… | Nothing comes.
Is this the end? | No! | It is a start.
What?! | Nobody knew.
Two groups, i.e. women and children, wait. | Others, e.g. men, do not.
The case Lopez v. State is old. | Smith vs. Jones is new.
1. The first point is short.
The plan has three parts: health, work and school.
The theme is: For a Region Free of Fear. | It was agreed.
The Presidency Pro- Tempore decides. | Others follow.
The Strategy 2014-2016. | During his visit he signed.
It happened in 2014. | 2015 was better.
He holds a Ph.D. in law. | She has an M.A. in history.
The paper by Moore et al. was read. | It is good.
The law, approx. 40 pages, passed. | It is in force.
The ship left at 5. | Nobody saw it.
Vitamin C. | The doctors ask for it.
"""

SPANISH = """
Los ministros se reunieron en Ginebra. | Acordaron un plan.
El Dr. Gómez habló primero. | La Dra. Ruiz siguió.
El Sr. López y la Sra. Díaz firmaron. | Nadie se opuso.
La Srta. Vega llegó. | Los Sres. Mora no.
La Lic. Ana Soto y el Ing. Luis Paz asistieron. | Hubo acuerdo.
El Prof. Lara no estuvo. | La Profa. Cruz sí.
El Excmo. Sr. Samuel Santos abrió la sesión.
S.E. Samuel Santos abrió la sesión. | La sala estaba llena.
El Gral. Ortega y el Cnel. Reyes llegaron. | Después salieron.
Mons. Romero y el Pbro. Díaz atienden el albergue.
D. Juan Pérez y Dña. María Sanz firmaron.
El Mtro. Vidal y la Arq. Mora diseñaron el plan.
Los niños que entran a EE. UU. en 2014 son más.
Los niños que entran a EE.UU. en 2014 son más.
Cruzaron la frontera de EE. UU. | El número se duplicó.
Cruzaron la frontera de EE.UU. | La cifra se duplicó.
El Gobierno de EE. UU. respondió. | Fue breve.
El embajador de EE. UU. Juan Mora asistió.
Los EE. UU. Mexicanos firmaron.
Las FF. AA. Salvadoreñas participaron.
La reunión comienza a las 10 a. m. y termina a las 4 p. m. del viernes.
La reunión comienza a las 10 a.m. y termina a las 4 p.m. del viernes.
La reunión comienza a las 10 a. m. | Las puertas abren antes.
Cierra a las 6 p. m. | El público puede entrar.
Cierra a las 6 p. m. Viernes y sábado no abre.
Véase el núm. 5 de la lista. | Es largo.
Véase el No. 5 de la lista. | Es largo.
Véase el Nº 5 de la lista. | Es largo.
Véase el Nº. 5 de la lista. | Es largo.
Véase el n.º 5 de la lista. | Es largo.
Véase el Nro. 5 de la lista. | Es largo.
Lea el Art. 7 de la Convención. | Es claro.
Lea el art. 7 de la Convención. | Es claro.
Lea los Arts. 7 y 8 de la Convención.
Lea el Art. VII de la Convención.
Lea el párr. 3 del informe. | Es corto.
Lea los párrs. 3 y 4 del informe.
Lea la pág. 12 y las págs. 14 y 15. | Basta.
Lea el Cap. 3 y el vol. 2. | Sirven.
Llame al Tel: 506-2212-5327. | Pregunte por Ana.
Llame al Tel. 506-2212-5327. | Pregunte por Ana.
Llame al Tel.: +506 2212 5327. | Pregunte por Ana.
Llame al Tfno. 2212-5327. | Pregunte por Ana.
Escriba a a.lopez@example.org. | Respondemos pronto.
Correo electrónico: Obush@example.org, Tel: 2212-5327.
Visite www.example.org. | Es gratis.
Visite http://www.example.org/Noticias.Html para más datos.
Dijo: “Debemos actuar. | No hay tiempo”.
Dijo: “Debemos actuar”. | La sala calló.
El ministro dijo: “Debemos actuar”.
El ministro dijo: «Debemos actuar». | La sala calló.
El ministro dijo: «Debemos actuar. | No hay tiempo». | La sala calló.
El ministro dijo: "Debemos actuar". | La sala calló.
“Debemos actuar”, dijo. | Luego salió.
“¿Debemos actuar?”, preguntó. | Nadie habló.
“¡Debemos actuar!”, gritó el ministro.
“Debemos actuar.” | La sala calló.
¿Qué hacer? | Nadie lo sabe.
¿Qué hacer? | ¿Quién lo sabe?
¡Basta! | Así no se puede.
El lema es: Por una región libre de trata. | Se aprobó.
El plan tiene tres partes: Salud, Trabajo y Escuela.
Los precios subieron un 3,5 %. | Los salarios bajaron un 2,1 %.
Llegaron 1.350 toneladas. | Faltan más.
Costó US$ 2.4 millones. | Canadá pagó la mitad.
Acme Inc. pagó todo. | Globex S.A. no pagó.
La empresa es Acme S.A. | El dueño vive lejos.
El 5 de sept. de 2014 se firmó. | El 1 de dic. de 2015 se ratificó.
Esperamos… y nada. | Todo sigue igual.
Esperamos... y nada. | Todo sigue igual.
Esperamos… | Nada llega.
Venden fruta, pan, etc. y viven de eso.
Venden fruta, pan, etc. | El dinero es poco.
Los Estados (Belice, Canadá, Honduras, etc.) firmaron.
El grupo (véase el Art. 4. Es largo) aceptó. | Empezó el trabajo.
Juan A. Mora firmó. | María L. Sanz también.
J. R. Mora escribió el informe. | Es público.
La Avda. Central y la Av. Segunda están cerradas. | Hay desvíos.
Fue en 2014. | En 2015 mejoró.
1. El primer punto es breve.
Ocurrió el 5. | Nadie lo vio.
Vive en la Sta. Marta de siempre. | Trabaja en Sto. Domingo.
El siglo XX. | El siglo XXI.
Según p. ej. Mora, es falso. | Otros dudan.
"""

FRENCH = """
Les ministres se sont réunis à Genève. | Ils ont adopté un plan.
M. Dupont a parlé. | Mme. Roy a suivi.
MM. Dupont et Roy ont signé. | Personne ne s’y est opposé.
Le Dr. Martin est venu. | Le Pr Roy aussi.
Il a dit : « Nous devons agir. » | La salle s’est tue.
Il a dit : « Nous devons agir. | Le temps presse. » | La salle s’est tue.
Il a dit : « Nous devons agir ». | La salle s’est tue.
« Devons-nous agir ? » a-t-elle demandé.
« Nous devons agir », a-t-il dit. | Puis il est parti.
Que faire ? | Nul ne le sait.
Assez ! | Il faut agir.
Les prix ont augmenté de 3,5 %. | Les salaires ont baissé.
Voir l’art. 7 de la Convention. | Il est clair.
Voir le vol. 2 et la p. 14. | Cela suffit.
Voir le no. 5 de la liste. | Elle est longue.
Tél. : 01 23 45 67 89. | Demandez Anne.
Tél. 01 23 45 67 89. | Demandez Anne.
Écrivez à a.roy@example.org. | Nous répondons vite.
Visitez www.example.org. | C’est gratuit.
Ils vendent du pain, etc. et en vivent.
Ils vendent du pain, etc. | Les gains sont faibles.
J.-C. Roy a écrit le rapport. | Il est public.
Le 5 janv. 2014 ils ont signé. | Le 1er déc. 2015 ils ont ratifié.
Nous attendons… et rien. | Tout reste pareil.
Le thème est : Pour une région sans traite. | Il a été adopté.
"""
