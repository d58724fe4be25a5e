"""Given names and what they say: that a name is of a person, whether he or she stands for it; its surname.

Owns: data and these decisions. Does not: look at a text.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.name_words import FIRST_SURNAMES
from timeline_cli.text import fold

_MALE = word_set(
    "Aaron Abdul Abdullah Abe Abel Abraham Adam Adel Aditya Adolfo Adrian Adriano Agustin Ahmad Ahmed Ahmet Aitor "
    "Ajay Akash Akihiro Akio Akira Al Alan Alasdair Alastair Albert Alberto Aldo Alec Alejandro Aleksander Alessandro "
    "Alessio Alexander Alexandre Alexei Alfonso Alfred Alfredo Ali Alistair Allan Allen Alois Alok Alvaro Alvin "
    "Ambrogio Ambrose Amir Amit Amitabh Amos Amr Anand Anatoly Anders Andre Andreas Andrei Andrew Andrey Andrzej Andy "
    "Angelo Angus Anil Anselmo Anthony Antoine Anton Antonio Antti Anurag Anwar Archie Ari Armand Armando Arne Arnold "
    "Arthur Arturo Arun Arvind Asbjorn Asger Asher Ashok Ashwin Atsushi Attila Audun Augusto Augustus Axel Ayman "
    "Babatunde Balazs Barnaby Barry Bart Bartosz Bashir Basil Bassam Bastien Bela Ben Bendt Benedict Benito Benjamin "
    "Benoit Bernard Bernardo Bernd Bernhard Bernie Bert Bertrand Bilal Bill Birger Bjorn Blake Bob Bobby Bogdan "
    "Bohdan Boleslaw Bongani Boris Borislav Brad Bradley Bram Brandon Brendan Brent Brett Brian Bruce Bruno Bryan "
    "Bryce Burak Burt Byron Caleb Callum Calvin Cameron Carl Carlo Carlos Cecil Cedric Cem Cesar Charles Charlie Chidi "
    "Chinedu Chris Christian Christoph Christophe Christopher Chuck Chukwuma Claude Claudio Claus Clement Cliff "
    "Clifford Clive Cody Colin Connor Conor Conrad Cornelius Corrado Costas Craig Crispin Cristian Csaba Curt Curtis "
    "Cyril Cyrus Daisuke Damian Damien Damon Dan Daniel Daniele Dario Darius Dariusz Darrell Darren Daryl Dave David "
    "Davide Dayo Dean Declan Deepak Denis Dennis Derek Desmond Dexter Didier Diego Dieter Dietmar Dietrich Dilip "
    "Dimitris Dinesh Dirk Dmitri Dmitry Dominic Dominik Don Donald Donovan Doug Douglas Dragan Drew Duncan Dwight "
    "Dylan Eamon Earl Ebenezer Ed Eddie Edgar Edmund Edoardo Eduardo Edward Edwin Egon Eiji Einar Eirik Eli Elias "
    "Elijah Elio Elliot Elliott Elmer Elon Elton Emeka Emil Emilio Emlyn Emmanuel Emmett Emre Endre Enrico Enrique "
    "Eoin Erdal Erhan Eric Erich Erik Ernest Ernesto Ernie Ernst Erwin Esteban Ethan Etienne Ettore Eugene Evan "
    "Evaristo Everett Ewan Ezio Ezra Fabian Fabio Fabrice Fabrizio Fadi Fahad Faisal Farid Fatih Federico Felipe "
    "Felix Femi Ferdinand Ferenc Fergus Fermin Fernando Ferran Filip Filippo Finn Floyd Francesco Francis Francisco "
    "Franck Franco Francois Frank Franz Fraser Fred Frederic Frederick Frederik Friedrich Fritz Fumio Gabor Gabriel "
    "Gaetan Gaetano Gareth Garrett Garry Gary Gaspard Gautam Gavin Gene Gennaro Geoff Geoffrey Georg George Georges "
    "Geraint Gerald Gerard Gerardo Gergely Gerhard Gerrit Gethin Ghassan Giancarlo Gianluca Gianni Gideon Gilbert "
    "Giles Gino Giorgio Giorgos Giovanni Girish Giulio Giuseppe Glen Glenn Gonzalo Gopal Goran Gordon Gorka Grady "
    "Graeme Graham Greg Gregor Gregory Grigory Guido Guillaume Guillermo Gunnar Gunter Gunther Gus Gustav Gustavo Guy "
    "Gyorgy Haakon Habib Hajime Hakan Hakon Hal Haluk Halvor Hamad Hamid Hamish Hamza Hank Hans Harald Hari Harish "
    "Harold Harry Haruki Haruto Harvey Hassan Hector Heikki Heinrich Heinz Helge Helmut Hemant Hendrik Henri Henrik "
    "Henry Herb Herbert Herman Hermann Hernan Herve Hicham Hideki Hideo Hiram Hiro Hiroaki Hirofumi Hiroshi Hiroyuki "
    "Hisham Hitoshi Horace Horacio Horst Howard Hubert Hugh Hugo Humphrey Huseyin Hussein Huw Ian Ibrahim Ichiro "
    "Idris Iestyn Ieuan Ignacio Ignazio Igor Ikenna Iker Ilya Imran Imre Inaki Ingo Ira Irving Irwin Isaac Isaiah "
    "Isamu Isao Isidro Ismail Istvan Ivan Ivar Ivo Jacek Jack Jacob Jacopo Jacques Jagdish Jaime Jake Jakob Jakub "
    "Jamal James Jamie Janos Jared Jarek Jarvis Jason Jasper Javier Jay Jean-Claude Jean-Francois Jean-Louis Jean-Luc "
    "Jean-Marc Jean-Paul Jean-Pierre Jed Jeff Jeffrey Jens Jeppe Jeremiah Jeremy Jeroen Jerome Jerry Jerzy Jesper "
    "Jesse Jesus Jim Jimmy Jiro Joachim Joakim Joao Joaquin Jochen Joe Joel Joerg Johan Johann Johannes John Johnny "
    "Jon Jonah Jonas Jonathan Joost Jordi Jorg Jorge Joris Jorn Jose Josef Josep Joseph Josh Joshua Josiah Josip "
    "Jostein Juan Juergen Juha Jukka Jules Julian Julien Julio Junichi Junji Jurgen Jussi Justin Kalman Kamal Kapil "
    "Karan Karim Karl Karl-Heinz Kartik Kasper Kazimierz Kazuhiro Kazuki Kazuo Keiichi Keisuke Keith Kelvin Kemal Ken "
    "Kenichi Kenji Kenneth Kenny Kenta Ketil Kev Kevin Khaled Khalid Kieran Kimmo Kiran Kirill Kirk Kishore Kiyoshi "
    "Kjell Kjetil Klaas Klaus Knut Koen Kofi Koichi Koji Kojo Konrad Kostas Krishna Kristian Kristoffer Krzysztof "
    "Kurt Kwabena Kwame Kwesi Kyle Lachlan Lalit Lamine Lance Lars Laszlo Laurent Lauri Lawrence Leandro Leif Len "
    "Lenny Leo Leon Leonard Leonardo Leonid Leopold Leopoldo Leroy Lester Leszek Levent Levi Lewis Liam Lionel Lloyd "
    "Loic Lonnie Lord Lorenzo Lothar Lou Louis Lowell Luc Luca Lucas Luciano Ludovic Ludwig Luigi Luis Lukas Luke "
    "Lungile Luther Luuk Lysander Maarten Maciej Mads Magnus Mahesh Majid Makoto Maksim Malcolm Mamadou Mamoru Mandla "
    "Manfred Manish Manoj Mansour Manuel Marc Marcel Marcello Marcelo Marcin Marco Marcos Marcus Marek Mariano Mario "
    "Marius Mark Markku Markus Marten Martin Marvin Marwan Masaaki Masahiro Masaki Masaru Masato Masayoshi Massimo "
    "Mateusz Mathias Mathieu Matias Mats Matt Matteo Matthew Matthias Matthijs Maurice Mauricio Maurizio Max "
    "Maximilian Maximo Maxwell Mazen Mehdi Mehmet Melvin Merrill Merv Micah Michael Michal Mick Miguel Mihai Mikael "
    "Mike Mikhail Mikkel Mikko Miles Milos Milton Minoru Mirko Miroslav Mitch Mitchell Mitsuru Mogens Mohamed "
    "Mohammad Mohammed Mohan Mohsen Monty Morris Morten Moses Moussa Muhammad Mukesh Murat Murray Mustafa Myles Nabil "
    "Naoki Narayan Naresh Nasser Nate Nathan Nathaniel Naveen Ned Neil Nelson Niall Nicholas Nick Nicolas Niels Nigel "
    "Nikhil Nikolai Nikolas Nikos Nils Nino Nitin Nnamdi Noah Noboru Nobuo Nobuyuki Noel Norbert Norm Norman Obadiah "
    "Obinna Octavio Oddvar Okan Olaf Olav Ole Oleg Oliver Olivier Olumide Olusegun Omar Ondrej Orhan Oriol Orson "
    "Osama Osamu Oscar Oskar Osman Oswald Ottavio Otto Ousmane Ove Owain Owen Ozan Pablo Palle Panagiotis Pankaj "
    "Paolo Parag Pascal Pascual Patrice Patricio Patrick Paul Paulo Pavel Pawel Pedro Peer Pekka Percy Peregrine "
    "Perry Petar Pete Peter Petr Petri Petter Phil Philip Philipp Philippe Phillip Pierre Piers Pieter Piotr Piyush "
    "Pradeep Prakash Pramod Pranav Prashant Praveen Preben Quentin Rachid Radoslaw Rafael Raffaele Raghav Raghu "
    "Ragnar Rahul Raj Rajan Rajendra Rajesh Rajiv Rakesh Ralf Ralph Ramesh Rami Ramiro Ramon Randall Randolph Randy "
    "Ranjit Raphael Rasheed Rashid Rasmus Raul Ravi Ray Raymond Reg Reginald Reinhard Remi Rene Renzo Reuben Rex "
    "Rhodri Rhys Ricardo Riccardo Rich Richard Rick Rigoberto Risto Ritesh Rob Robert Roberto Rocco Rod Roderick "
    "Rodney Rodolfo Rodrigo Rogelio Roger Rohan Rohit Roland Rolf Roman Ron Ronald Ronan Rory Ross Roy Royce Ruaridh "
    "Ruben Rudolf Rudy Rufus Ruggero Rune Rupert Ruslan Russell Rutger Ryan Ryo Ryota Ryuichi Saad Sachin Saeed "
    "Sakari Salim Salman Salvador Salvatore Sam Sameer Samer Sami Samir Sammy Samuel Sandeep Sander Sandor Sanjay "
    "Sanjeev Santosh Satish Satoshi Saul Scott Sean Sebastian Sebastien Segun Seiji Selim Seppo Sergei Sergey Sergio "
    "Serkan Seth Shane Shankar Shaun Shawn Shigeo Shigeru Shingo Shinichi Shinji Shinzo Shoichi Shoji Shota Shuji "
    "Shyam Siddharth Sigmar Sigurd Silas Silvio Simon Sindre Sipho Sir Sizwe Sjoerd Slawomir Snorre Solomon Soren "
    "Spencer Spyros Sridhar Srinivas Stan Stanislav Stanislaw Stanley Stavros Stefan Stefano Steffen Stephan Stephane "
    "Stephen Steve Steven Stewart Stian Stig Stuart Sture Subhash Sudhir Sumit Sunil Surendra Suresh Susumu Sven "
    "Sverre Sylvain Tadao Tadashi Takao Takashi Takeo Takeshi Takuro Tamas Tapio Taras Tarek Tariq Tarjei Taro "
    "Tarquin Tarun Tatsuya Tayfun Ted Teddy Tendai Teodor Terence Terje Terrence Terry Tetsuya Thabo Thaddeus Themba "
    "Theo Theodor Theodore Thibault Thierry Thijs Thomas Thor Thorsten Tiago Tibor Tijmen Tim Timo Timothy Tobias "
    "Toby Todd Tolga Tom Tomas Tomasz Tommaso Tommy Tomohiro Toni Tony Torbjorn Tormod Torquil Torstein Torsten Toru "
    "Toshiaki Toshihiro Toshio Toshiyuki Travis Trevor Tristan Troels Trond Trygve Tsutomu Tullio Tunde Tuomas Turgut "
    "Tyler Uday Ugo Ulises Ulrich Umberto Umesh Uwe Vaclav Vadim Vaidotas Valentin Valerio Varun Vasily Vaughn Veikko "
    "Venkat Vernon Vicente Victor Vidar Vijay Vikas Vikram Viktor Villads Ville Vinay Vince Vincent Vincenzo Vineet "
    "Vinod Virgil Vishal Vitaly Vito Vittorio Vivek Vladimir Volkan Volker Wade Wael Walid Wallace Walt Walter Warren "
    "Wayne Wendell Werner Wes Wesley Wilbur Wilf Wilfried Wilhelm Willard Willem William Willie Willis Willy Winston "
    "Wojciech Wolfgang Wouter Wyatt Xabier Xavier Yannick Yannis Yash Yasser Yassine Yasuhiro Yasuo Yevgeny Yogesh "
    "Yoichi Yoshi Yoshiaki Yoshihiro Yoshio Yoshiyuki Yosuke Younes Youssef Yuichi Yuji Yukio Yuri Yusuf Yutaka Yves "
    "Zach Zachary Zaid Zane Zbigniew Zdenek Ziad Zoltan Zoran"
)
_FEMALE = word_set(
    "Abigail Abimbola Achieng Ada Adaeze Adele Aditi Adriana Adrienne Agata Agnes Agnieszka Aileen Aino Aisha Aisling "
    "Akiko Akinyi Alana Alba Alejandra Aleksandra Alessandra Alexandra Alexis Alice Alicia Alina Aline Alison Allegra "
    "Allison Alma Althea Amalia Amanda Amara Amelia Amina Amy Ana Anais Anastasia Angela Angelina Angelique Anika "
    "Anita Anja Anjali Anke Ann Anna Annabel Annalisa Anne Anne-Marie Annegret Anneke Anneli Annelies Annette Annie "
    "Annika Antje Antonella Antonia Anya Aoife Arabella Ariana Arianna Arlene Arlette Asa Astrid Atieno Audrey "
    "Aurelie Ayanda Ayesha Ayse Babette Barbara Barbro Baroness Beate Beatrice Beatriz Becky Belinda Bernadette "
    "Bernice Bertha Beth Bethany Betsy Bettina Betty Bev Beverly Bianca Birgit Birgitte Birthe Blanca Blanche Bodil "
    "Bonnie Brenda Bridget Brigid Brigitte Britta Bronwyn Bukola Busisiwe Camila Camille Caoimhe Carina Carla "
    "Carlotta Carmel Carmela Carmen Carol Carole Carolin Caroline Carolyn Carys Cassandra Catalina Caterina Catherine "
    "Cathy Cecilia Celeste Celia Celine Chantal Charlene Charlotte Charmaine Cheryl Chiamaka Chiara Chika Chioma "
    "Chloe Christa Christelle Christiane Christina Christine Christl Ciara Cindy Cinzia Claire Clara Clarice Clarissa "
    "Claudia Clemence Clotilde Colette Colleen Connie Constance Consuelo Cora Cordelia Corinne Cornelia Costanza "
    "Cristina Cynthia Dagmar Dalia Dame Daniela Danielle Daphne Darlene Debbie Deborah Deepa Deirdre Delia Della "
    "Delphine Denise Diana Diane Dina Divya Dolores Dominique Donatella Donna Dora Doreen Doris Dorota Dorothea "
    "Dorothy Dorthe Dottie Ebba Edith Edna Effie Egle Eileen Elaine Eleanor Elena Eleni Eleonora Eliane Elin Elisa "
    "Elisabeth Elisabetta Elise Eliza Elizabeth Elke Ella Ellen Ellie Eloise Elsa Elsbeth Elvira Emanuela Emilia "
    "Emilie Emily Emma Emmanuelle Erica Erika Estelle Ester Esther Ethel Etta Eugenia Eunice Eva Eva-Maria Evangeline "
    "Evelyn Ewa Fabienne Farah Fatima Fay Faye Federica Felicia Fernanda Fiadh Fiammetta Fiona Flavia Flora Folake "
    "Frances Francesca Francine Frauke Frederike Freya Frida Friederike Funmi Gabriela Gabriella Gabrielle Gail "
    "Gayatri Gayle Geeta Gemma Genevieve Georgina Geraldine Gerda Gertrud Gertrude Ghislaine Giada Gianna Gillian "
    "Gina Ginevra Giorgia Giovanna Gisela Gisele Giselle Gita Gitte Giulia Giuliana Giuseppina Gladys Glenda Glenys "
    "Gloria Grace Graciela Grainne Greta Gretchen Gudrun Gunilla Gwen Gwendolyn Gwyneth Halina Hana Hanan Hanna "
    "Hannah Hanne Hannelore Harriet Harumi Hazel Heather Hedda Hege Heidi Heike Helen Helena Helene Helga Helle "
    "Henrietta Henriette Hester Hilary Hilda Hilde Hildegard Hiroko Hitomi Huguette Ida Ifeoma Ilaria Ilona Ilse "
    "Imelda Imogen Indira Ines Inga Inge Ingeborg Inger Ingrid Ingvild Irene Irina Iris Irma Isabel Isabella Isabelle "
    "Isobel Ivana Ivonne Jacinta Jacqueline Jadwiga Jana Jane Janet Janice Janine Jasmine Jean Jeanette Jeanne "
    "Jeannie Jelena Jenna Jennifer Jenny Jessica Jessie Jette Jill Jo Joan Joana Joanna Joanne Jocelyn Jodi Johanna "
    "Jolanta Josefina Josephine Josiane Josie Jovana Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet "
    "Juliette Justine Jutta Jyoti Kaisa Kaja Kamala Karen Kari Karianne Karin Karina Karla Karolina Katarina "
    "Katarzyna Kate Katharina Katherine Kathleen Kathrin Kathryn Kathy Katia Katie Katja Katrin Katrina Kavita Kay "
    "Kayla Keiko Keira Kelsey Kendra Kerstin Kimberly Kirsi Kirsten Kirstin Kirstine Kirsty Kristen Kristin Kristina "
    "Krystyna Kylie Kyoko Lady Lakshmi Lana Lara Larisa Latifa Laura Lauren Laurie Lea Leah Leela Leena Leila Lena "
    "Lene Leona Leonora Leslie Leticia Letitia Letizia Lidia Liesel Liisa Lila Lilian Liliana Lillian Lily Lina Linda "
    "Lindiwe Lindsay Lisa Lise Liv Livia Liz Liza Lois Lola Loredana Lorena Lorenza Loretta Lorna Lorraine Lotte "
    "Louisa Louise Lucia Luciana Lucie Lucille Lucinda Lucrezia Lucy Ludmila Ludovica Luisa Luise Luz Lydia Lynda "
    "Lynette Lynn Lynne Mabel Maddalena Madeleine Madeline Madge Madhuri Mae Maeve Magali Magdalena Maggie Mai Maire "
    "Mairead Maisie Maite Maja Malgorzata Malin Mamie Mandy Manon Manuela Mara Marcela Marcelle Marcia Maren Margaret "
    "Margarethe Margarita Margaux Margherita Margie Margit Margot Margrethe Maria Mariam Marian Mariana Marianne "
    "Maribel Marie Marieke Mariko Marilyn Marina Marion Marisa Marissa Marit Marja Marjorie Marla Marlene Marlies "
    "Marta Martha Martina Mary Mathilde Matilda Matilde Maud Maura Maureen Mavis Maxine Maya Mayumi Mechthild Meera "
    "Megan Melanie Melinda Melissa Meredith Merete Meryl Mette Mia Michaela Michela Michele Michelle Michiko Mieke "
    "Mila Mildred Milena Millicent Millie Mina Minna Minnie Miranda Mireille Mirella Miriam Moira Mollie Molly Mona "
    "Monica Monika Monique Morag Muriel Muthoni Myra Myriam Myrtle Nadezhda Nadia Nadine Nadja Naima Nancy Nandini "
    "Naoko Naomi Natalia Natalie Natasha Nathalie Neha Nell Nellie Nerys Ngozi Niamh Nicole Nicoletta Nicolette Nikki "
    "Nina Nisha Nita Njeri Nkechi Noelle Noemi Nokuthula Nomsa Noor Nora Noriko Nuala Nuria Nyambura Obioma Octavia "
    "Odette Odile Ogechi Oksana Olena Olga Olivia Oonagh Ophelia Orla Ornella Orsolya Ottavia Padma Paige Paivi "
    "Pallavi Pamela Paola Pascale Patricia Patrizia Patsy Patty Paula Paulina Pauline Peggy Penelope Pernille Petra "
    "Petronella Philippa Phoebe Phyllis Pia Pilar Pippa Pirjo Polly Pooja Priscilla Priti Priya Prudence Rachel Radha "
    "Raffaella Ragnhild Raisa Ramona Randi Rani Raquel Rebecca Regina Reiko Rekha Renata Renate Renee Rhiannon Rhoda "
    "Rhonda Ria Riikka Rikke Rita Ritu Ritva Roberta Rocio Roisin Romy Roopa Rosa Rosalie Rosalind Rosalyn Rosamund "
    "Rosanna Rosario Rose Rosemarie Rosemary Roslyn Roswitha Roxana Roxanne Ruth Sabine Sabrina Sachiko Sadie Sally "
    "Salma Samantha Sandra Sangeeta Sanna Sanne Saoirse Sara Sarah Sarita Saskia Savita Scarlett Seema Selina Serena "
    "Shalini Shannon Shari Sharon Shauna Sheila Shelley Sherri Sheryl Shilpa Shirley Shobha Shreya Sibylle Signe "
    "Sigrid Silke Silvia Simona Sinead Siobhan Sirpa Siv Smita Sneha Sofia Sofie Solange Solveig Sondra Sonia Sonja "
    "Sonya Sophia Sophie Soraya Stacey Stefania Stella Stephanie Sudha Sue Sunita Sunniva Susan Susana Susanna "
    "Susanne Sushma Susie Suzanne Suzy Svetlana Swati Sybil Sybille Sylvia Sylvie Synnove Tabitha Tamara Tammy Tania "
    "Tanja Tanya Tara Tatiana Teresa Tess Tessa Thandeka Thea Thelma Theodora Theresa Therese Tiffany Tiina Tilda "
    "Tilly Tina Titilayo Tove Tracy Tricia Trine Trish Trisha Trudi Trudy Turid Tuula Tuva Ulla Ulrike Uma Una Unni "
    "Ursula Usha Uta Ute Valentina Valeria Valerie Vandana Vanessa Veena Velma Vera Verena Veronica Veronika "
    "Veronique Vibeke Vicki Vicky Victoria Vidya Vilma Viola Violet Virginie Vittoria Vivian Viviana Vivienne Wairimu "
    "Waltraud Wambui Wanda Wanjiru Wenche Wendy Wiebke Wilhelmina Willa Wilma Winifred Xenia Yasmin Yetunde Ylva Yoko "
    "Yolanda Yolande Yuka Yumiko Yvette Yvonne Zainab Zanele Zara Zelda Zita Zoe Zofia Zsofia Zuzana"
)
_EITHER = word_set(
    "Alex Andrea Ashley Casey Dana Gabriele Jackie Jan Jody Kelly Kim Kit Lee Lindsey Marty Morgan Nicola Pat Robbie "
    "Robin Sandy Sasha Shelly Sidney Simone Stacy Taylor Tracey Val"
)
GIVEN = _MALE | _FEMALE | _EITHER
# Companies and brands whose names begin with one.
NAMED_AFTER = frozenset(
    (
        "Calvin Klein", "Charles Schwab", "Christian Dior", "Edward Jones", "Eli Lilly", "Grant Thornton", "Hugo Boss",
        "Jack Daniel", "Jimmy Choo", "John Deere", "John Lewis", "Kate Spade", "Laura Ashley", "Louis Vuitton",
        "Max Mara", "Michael Kors", "Morgan Stanley", "Oliver Wyman", "Oscar Mayer", "Philip Morris", "Ralph Lauren",
        "Raymond James", "Ted Baker", "Thomas Cook", "Tim Hortons", "Tommy Hilfiger",
    )
)  # fmt: skip


def _plain(name: str) -> str:
    """A given name as it is written here, without accents."""
    return name if name.isascii() else fold(name).title()


_INITIALS = re.compile(r" (?:[A-Z]\.|[JS]r\.?|III?)(?= |$)")  # James E. Bacon Jr.


def begins_person(name: str) -> bool:
    """Whether a name of two or three words begins with a given name, or is Korean: Ada Byron, Noh Tae-yun."""
    first, *rest = _INITIALS.sub("", name).split(" ")
    is_given = _plain(first) in GIVEN or (len(rest) == 1 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", rest[0]) is not None)
    return len(rest) in (1, 2) and is_given and "&" not in name and name not in NAMED_AFTER


def is_given(name: str) -> bool:
    """Whether it is a given name alone: Ada."""
    return _plain(name) in GIVEN


def is_male(name: str) -> bool | None:
    """Whether he stands for a person of that name; None if the name does not say."""
    first = _plain(name.partition(" ")[0])
    return first in _MALE if first in _MALE | _FEMALE else None


def surname(name: str) -> str:
    """The word that the text may use alone: the first of a Korean or Chinese name, else the last."""
    first, *rest = _INITIALS.sub("", name).split(" ")
    return first if not rest or first in FIRST_SURNAMES or ("-" in rest[-1] and "-" not in first) else rest[-1]
