"""Given names and what they say: that a name is of a person, whether he or she stands for it; its surname.

Owns: data and these decisions. Does not: look at a text.
"""

from __future__ import annotations

import re

from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.name_words import FIRST_SURNAMES
from timeline_cli.text import fold

_MALE = word_set(
    "Aaron Abdul Abdullah Abe Abel Abraham Adam Adel Aditya Adolfo Adrian Adriano Agustin Ahmad Ahmed Ahmet Ajay "
    "Akash Akihiro Akio Akira Al Alan Alasdair Alastair Albert Alberto Aldo Alec Alejandro Aleksander Alessandro "
    "Alessio Alexander Alexandre Alexei Alfonso Alfred Alfredo Ali Alistair Allan Allen Alois Alok Alvaro Alvin Amir "
    "Amit Amitabh Amr Anand Anatoly Anders Andre Andreas Andrei Andrew Andrey Andrzej Andy Angelo Angus Anil Anselmo "
    "Anthony Antoine Anton Antonio Antti Anurag Anwar Archie Ari Armand Armando Arne Arnold Arthur Arturo Arun Arvind "
    "Asger Asher Ashok Ashwin Atsushi Attila Augusto Augustus Axel Babatunde Balazs Barnaby Barry Bart Bartosz Basil "
    "Bassam Bastien Bela Ben Benedict Benito Benjamin Benoit Bernard Bernardo Bernd Bernhard Bernie Bert Bertrand "
    "Bilal Bill Birger Bjorn Blake Bob Bobby Bogdan Bohdan Boleslaw Boris Borislav Brad Bradley Brandon Brendan Brent "
    "Brett Brian Bruce Bruno Bryan Bryce Burak Byron Caleb Callum Calvin Cameron Carl Carlo Carlos Cecil Cedric Cem "
    "Cesar Charles Charlie Chidi Chinedu Chris Christian Christoph Christophe Christopher Chuck Claude Claudio Claus "
    "Clement Cliff Clifford Clive Cody Colin Connor Conor Conrad Corrado Costas Craig Cristian Csaba Curt Curtis "
    "Cyril Cyrus Daisuke Damian Damien Damon Dan Daniel Daniele Dario Darius Dariusz Darrell Darren Daryl Dave David "
    "Davide Dean Declan Deepak Denis Dennis Derek Desmond Dexter Didier Diego Dieter Dietmar Dietrich Dilip Dimitris "
    "Dinesh Dirk Dmitri Dmitry Dominic Dominik Don Donald Donovan Doug Douglas Dragan Drew Duncan Dwight Dylan Eamon "
    "Earl Ed Eddie Edgar Edmund Edoardo Eduardo Edward Edwin Egon Eiji Einar Elias Elijah Elio Elliot Elliott Elmer "
    "Elon Elton Emeka Emil Emilio Emmanuel Emmett Emre Enrico Enrique Eoin Erdal Erhan Eric Erich Erik Ernest Ernesto "
    "Ernie Ernst Erwin Esteban Ethan Etienne Ettore Eugene Evan Evaristo Everett Ewan Ezio Ezra Fabian Fabio Fabrice "
    "Fadi Fahad Faisal Farid Fatih Federico Felipe Felix Femi Ferdinand Ferenc Fergus Fermin Fernando Filip Filippo "
    "Finn Floyd Francesco Francis Francisco Franck Franco Francois Frank Franz Fraser Fred Frederic Frederick "
    "Frederik Friedrich Fritz Fumio Gabor Gabriel Gaetan Gareth Garrett Garry Gary Gaspard Gautam Gavin Gene Geoff "
    "Geoffrey Georg George Georges Geraint Gerald Gerard Gerardo Gergely Gerhard Giancarlo Gianluca Gianni Gideon "
    "Gilbert Giles Gino Giorgio Giorgos Giovanni Girish Giulio Giuseppe Glen Glenn Gonzalo Gopal Goran Gordon Grady "
    "Graeme Graham Greg Gregor Gregory Grigory Guido Guillaume Guillermo Gunnar Gunter Gus Gustav Gustavo Guy Gyorgy "
    "Habib Hajime Hakan Haluk Hamid Hamish Hamza Hank Hans Harald Hari Harish Harold Harry Haruki Haruto Harvey "
    "Hassan Hector Heinrich Heinz Helge Helmut Hemant Hendrik Henri Henrik Henry Herbert Herman Hermann Hernan Herve "
    "Hideki Hideo Hiro Hiroaki Hirofumi Hiroshi Hiroyuki Hisham Hitoshi Horace Horacio Horst Howard Hubert Hugh Hugo "
    "Humphrey Huseyin Hussein Ian Ibrahim Idris Ignacio Igor Ikenna Iker Ilya Imran Imre Ingo Ira Irving Irwin Isaac "
    "Isaiah Isamu Isao Isidro Ismail Istvan Ivan Ivo Jacek Jack Jacob Jacopo Jacques Jagdish Jaime Jake Jakob Jakub "
    "Jamal James Jamie Janos Jared Jarek Jarvis Jason Jasper Javier Jay Jean-Claude Jean-Francois Jean-Louis Jean-Luc "
    "Jean-Marc Jean-Paul Jean-Pierre Jed Jeff Jeffrey Jens Jeremiah Jeremy Jerome Jerry Jerzy Jesper Jesse Jesus Jim "
    "Jimmy Joachim Joakim Joao Joaquin Joe Joel Joerg Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan Jorg "
    "Jorge Jorn Jose Josef Joseph Josh Joshua Josip Juan Juergen Jules Julian Julien Julio Junichi Junji Jurgen Jussi "
    "Justin Kalman Kapil Karan Karim Karl Karl-Heinz Kartik Kazimierz Kazuhiro Kazuki Kazuo Keiichi Keisuke Keith "
    "Kelvin Kemal Ken Kenichi Kenji Kenneth Kenny Kenta Kevin Khaled Khalid Kieran Kiran Kirill Kirk Kishore Kiyoshi "
    "Kjell Klaas Klaus Knut Kofi Koichi Koji Kojo Konrad Kostas Krishna Kristian Kristoffer Krzysztof Kurt Kwabena "
    "Kwame Kwesi Kyle Lachlan Lalit Lamine Lance Lars Laszlo Laurent Lawrence Leandro Leif Len Lenny Leo Leon Leonard "
    "Leonardo Leonid Leopold Leopoldo Leroy Lester Leszek Levent Levi Lewis Liam Lionel Lloyd Loic Lonnie Lord "
    "Lorenzo Lothar Lou Louis Lowell Luc Luca Lucas Luciano Ludovic Ludwig Luigi Luis Lukas Luke Luther Maciej Magnus "
    "Mahesh Majid Makoto Maksim Malcolm Mamadou Mamoru Manfred Manish Manoj Mansour Manuel Marc Marcel Marcello "
    "Marcelo Marcin Marco Marcos Marcus Marek Mariano Mario Marius Mark Markus Martin Marvin Marwan Masaaki Masahiro "
    "Masaki Masaru Masato Masayoshi Massimo Mateusz Mathias Mathieu Matias Mats Matt Matteo Matthew Matthias Maurice "
    "Mauricio Maurizio Max Maximilian Maximo Maxwell Mazen Mehdi Mehmet Melvin Merrill Micah Michael Michal Mick "
    "Miguel Mihai Mikael Mike Mikhail Mikko Miles Milos Milton Minoru Mirko Miroslav Mitch Mitchell Mitsuru Mogens "
    "Mohamed Mohammad Mohammed Mohan Mohsen Monty Morten Moses Moussa Muhammad Mukesh Murat Murray Mustafa Myles "
    "Nabil Naoki Narayan Naresh Nasser Nate Nathan Nathaniel Naveen Ned Neil Nelson Niall Nicholas Nick Nicolas Niels "
    "Nigel Nikhil Nikolai Nikolas Nikos Nils Nino Nitin Nnamdi Noah Noboru Nobuo Nobuyuki Noel Norbert Norman Obinna "
    "Octavio Oddvar Okan Olaf Olav Ole Oleg Oliver Olivier Olusegun Omar Ondrej Orhan Orson Osama Osamu Oscar Oskar "
    "Osman Oswald Otto Ousmane Ove Owen Ozan Pablo Panagiotis Pankaj Paolo Parag Pascal Pascual Patrice Patricio "
    "Patrick Paul Paulo Pavel Pawel Pedro Peer Pekka Percy Perry Petar Pete Peter Petr Petter Phil Philip Philipp "
    "Philippe Phillip Pierre Pieter Piotr Piyush Pradeep Prakash Pramod Pranav Prashant Praveen Preben Quentin "
    "Radoslaw Rafael Raffaele Raghav Raghu Rahul Raj Rajan Rajendra Rajesh Rajiv Rakesh Ralf Ralph Ramesh Rami Ramiro "
    "Ramon Randall Randolph Randy Ranjit Raphael Rasheed Rashid Raul Ravi Ray Raymond Reg Reginald Reinhard Remi Rene "
    "Renzo Reuben Rex Rhys Ricardo Riccardo Rich Richard Rick Rigoberto Ritesh Rob Robert Roberto Rocco Rod Roderick "
    "Rodney Rodolfo Rodrigo Rogelio Roger Rohan Rohit Roland Rolf Roman Ron Ronald Ronan Rory Ross Roy Royce Ruben "
    "Rudolf Rudy Rufus Ruggero Rune Rupert Ruslan Russell Rutger Ryan Ryo Ryota Ryuichi Saad Sachin Salman Salvador "
    "Salvatore Sam Sameer Samer Sami Samir Sammy Samuel Sandeep Sandor Sanjay Santosh Satish Satoshi Saul Scott Sean "
    "Sebastian Sebastien Segun Seiji Selim Sergei Sergey Sergio Serkan Seth Shane Shankar Shaun Shawn Shigeo Shigeru "
    "Shingo Shinichi Shinji Shinzo Shoichi Shoji Shuji Shyam Siddharth Sigurd Silas Silvio Simon Sipho Sir Slawomir "
    "Solomon Spencer Spyros Sridhar Stan Stanislav Stanislaw Stanley Stavros Stefan Stefano Steffen Stephan Stephane "
    "Stephen Steve Steven Stewart Stig Stuart Sture Subhash Sudhir Sumit Sunil Surendra Suresh Susumu Sven Sylvain "
    "Tadao Tadashi Takao Takashi Takeo Takeshi Takuro Tamas Taras Tarek Tariq Taro Tarun Tatsuya Tayfun Ted Teddy "
    "Teodor Terence Terje Terrence Terry Tetsuya Thabo Themba Theo Theodor Theodore Thibault Thierry Thomas Thor "
    "Thorsten Tiago Tibor Tim Timo Timothy Tobias Toby Todd Tolga Tom Tomas Tomasz Tommaso Tommy Tomohiro Toni Tony "
    "Torsten Toru Toshiaki Toshihiro Toshio Toshiyuki Travis Trevor Tristan Trond Tsutomu Tullio Tunde Turgut Tyler "
    "Uday Ugo Ulises Ulrich Umberto Umesh Uwe Vaclav Vadim Vaidotas Valentin Valerio Varun Vasily Vaughn Vernon "
    "Vicente Victor Vijay Vikas Vikram Viktor Vinay Vince Vincent Vincenzo Vineet Vinod Virgil Vishal Vitaly Vittorio "
    "Vivek Vladimir Volkan Volker Wade Wael Walid Wallace Walt Walter Warren Wayne Wendell Werner Wes Wesley Wilbur "
    "Wilfried Wilhelm Willard Willem William Willis Willy Winston Wojciech Wolfgang Wyatt Xavier Yannick Yannis Yash "
    "Yasser Yasuhiro Yasuo Yevgeny Yogesh Yoichi Yoshiaki Yoshihiro Yoshio Yoshiyuki Yosuke Youssef Yuichi Yuji Yukio "
    "Yuri Yusuf Yutaka Yves Zach Zachary Zane Zbigniew Zdenek Ziad Zoltan Zoran"
)
_FEMALE = word_set(
    "Abigail Ada Adele Adriana Adrienne Agata Agnes Agnieszka Aileen Aisha Akiko Alana Alba Alejandra Aleksandra "
    "Alessandra Alexandra Alexis Alice Alicia Alina Aline Alison Allegra Allison Alma Althea Amalia Amanda Amelia "
    "Amina Amy Ana Anais Anastasia Angela Angelina Angelique Anika Anita Anja Anjali Ann Anna Annabel Annalisa Anne "
    "Anne-Marie Anneke Annelies Annette Annie Annika Antonella Antonia Anya Arabella Ariana Arianna Arlene Arlette "
    "Asa Astrid Audrey Aurelie Ayesha Ayse Babette Barbara Barbro Baroness Beate Beatrice Beatriz Becky Belinda "
    "Bernadette Bernice Bertha Beth Bethany Betsy Bettina Betty Beverly Bianca Birgit Birgitte Blanca Blanche Bonnie "
    "Brenda Bridget Brigid Brigitte Britta Bronwyn Camila Camille Carina Carla Carmel Carmela Carmen Carol Carole "
    "Carolin Caroline Carolyn Carys Cassandra Catalina Caterina Catherine Cathy Cecilia Celeste Celia Celine Chantal "
    "Charlene Charlotte Charmaine Cheryl Chiara Chika Chloe Christa Christelle Christiane Christina Christine Cindy "
    "Claire Clara Clarice Clarissa Claudia Clemence Clotilde Colette Colleen Connie Constance Consuelo Cora Cordelia "
    "Corinne Cornelia Cristina Cynthia Dagmar Dalia Dame Daniela Danielle Daphne Darlene Debbie Deborah Deirdre Delia "
    "Della Delphine Denise Diana Diane Dina Divya Dolores Dominique Donna Dora Doreen Doris Dorota Dorothea Dorothy "
    "Ebba Edith Edna Effie Egle Eileen Elaine Eleanor Elena Eleni Eleonora Eliane Elin Elisa Elisabeth Elise Eliza "
    "Elizabeth Elke Ella Ellen Ellie Eloise Elsa Elsbeth Elvira Emanuela Emilia Emilie Emily Emma Emmanuelle Erica "
    "Erika Estelle Ester Esther Etta Eugenia Eunice Eva Eva-Maria Evangeline Evelyn Ewa Fabienne Farah Fatima Fay "
    "Faye Federica Felicia Fernanda Fiona Flavia Flora Frances Francesca Francine Frauke Frederike Freya Frida "
    "Friederike Gabriela Gabriella Gabrielle Gail Gayle Gemma Genevieve Georgina Geraldine Gerda Gertrude Ghislaine "
    "Gillian Gina Giovanna Gisela Gisele Gita Giulia Gladys Glenda Glenys Gloria Grace Graciela Greta Gretchen Gudrun "
    "Gunilla Gwen Gwendolyn Gwyneth Halina Hana Hanan Hanna Hannah Hanne Harriet Harumi Hazel Heather Hedda Heidi "
    "Heike Helen Helena Helene Helga Helle Henrietta Henriette Hester Hilary Hilda Hilde Hildegard Hiroko Hitomi Ida "
    "Ilaria Ilona Ilse Imelda Imogen Indira Ines Inga Inge Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle "
    "Isobel Ivana Ivonne Jacinta Jacqueline Jadwiga Jana Jane Janet Janice Janine Jasmine Jean Jeanette Jeanne "
    "Jeannie Jelena Jenna Jennifer Jenny Jessica Jessie Jette Jill Jo Joan Joana Joanna Joanne Jocelyn Johanna "
    "Jolanta Josefina Josephine Josie Jovana Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet Juliette "
    "Justine Jyoti Kaja Kamala Karen Karin Karina Karla Karolina Katarina Katarzyna Kate Katharina Katherine Kathleen "
    "Kathrin Kathryn Kathy Katia Katie Katja Katrin Katrina Kavita Kay Kayla Keiko Keira Kelsey Kendra Kerstin "
    "Kimberly Kirsten Kirstin Kirstine Kirsty Kristen Kristin Kristina Krystyna Kylie Kyoko Lady Lakshmi Lana Lara "
    "Larisa Latifa Laura Lauren Laurie Lea Leah Leila Lena Leona Leonora Leslie Leticia Letitia Lidia Lila Lilian "
    "Liliana Lillian Lily Lina Linda Lindsay Lisa Lise Liv Liz Liza Lois Lola Lorena Loretta Lorna Lorraine Lotte "
    "Louisa Louise Lucia Lucie Lucille Lucinda Lucy Ludmila Luisa Luise Luz Lydia Lynda Lynette Lynn Lynne Mabel "
    "Madeleine Madeline Mae Magali Magdalena Maggie Mai Maite Maja Malgorzata Malin Mandy Manon Manuela Mara Marcela "
    "Marcelle Marcia Maren Margaret Margarethe Margarita Margaux Margit Margot Margrethe Maria Mariam Marian Mariana "
    "Marianne Maribel Marie Marieke Mariko Marilyn Marina Marion Marisa Marissa Marit Marjorie Marla Marlene Marlies "
    "Marta Martha Martina Mary Mathilde Matilda Maud Maura Maureen Mavis Maxine Maya Mayumi Meera Megan Melanie "
    "Melinda Melissa Meredith Merete Meryl Mette Mia Michaela Michele Michelle Michiko Mieke Mila Mildred Milena "
    "Millicent Mina Minna Miranda Mireille Miriam Moira Molly Mona Monica Monika Monique Morag Muriel Myra Myriam "
    "Nadezhda Nadia Nadine Nadja Naima Nancy Naoko Naomi Natalia Natalie Natasha Nathalie Neha Nell Nellie Nerys "
    "Nicole Nicolette Nikki Nina Nisha Nita Noelle Noemi Noor Nora Noriko Nuria Octavia Odette Odile Oksana Olena "
    "Olga Olivia Ophelia Orla Ornella Orsolya Paige Pamela Patricia Patty Paula Paulina Pauline Peggy Penelope "
    "Pernille Petra Petronella Philippa Phoebe Phyllis Pia Pilar Pippa Polly Pooja Priscilla Priya Prudence Rachel "
    "Radha Raisa Ramona Raquel Rebecca Regina Reiko Rekha Renata Renate Renee Rhiannon Rhoda Rhonda Ria Rikke Rita "
    "Roberta Rocio Roisin Romy Rosa Rosalie Rosalind Rosalyn Rosamund Rosanna Rosario Rose Rosemary Roswitha Roxana "
    "Roxanne Ruth Sabine Sabrina Sachiko Sadie Sally Salma Samantha Sandra Sangeeta Sanna Sanne Saoirse Sara Sarah "
    "Saskia Scarlett Seema Selina Serena Shannon Sharon Shauna Sheila Shelley Sheryl Shilpa Shirley Shobha Shreya "
    "Sibylle Sigrid Silke Silvia Sinead Siobhan Siv Sofia Sofie Solange Sonia Sonja Sonya Sophia Sophie Soraya Stacey "
    "Stella Stephanie Sue Sunita Sunniva Susan Susana Susanna Susanne Susie Suzanne Suzy Svetlana Swati Sybil Sylvia "
    "Sylvie Tabitha Tamara Tammy Tania Tanja Tanya Tara Tatiana Teresa Tess Tessa Thea Thelma Theodora Theresa "
    "Therese Tiffany Tilda Tilly Tina Tove Tracy Tricia Trine Trish Trisha Trudy Ulla Ulrike Uma Una Ursula Ute "
    "Valentina Valeria Valerie Vanessa Veena Velma Vera Verena Veronica Veronika Vicki Vicky Victoria Vilma Viola "
    "Violet Virginie Vivian Viviana Vivienne Waltraud Wanda Wenche Wendy Wiebke Wilhelmina Willa Wilma Winifred Xenia "
    "Yasmin Ylva Yoko Yolanda Yuka Yumiko Yvette Yvonne Zainab Zara Zelda Zita Zoe Zofia Zsofia Zuzana"
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


def begins_person(name: str) -> bool:
    """Whether a name of two or three words begins with a given name, or is Korean: Ada Byron, Noh Tae-yun."""
    first, *rest = name.split(" ")
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
    first, *rest = name.split(" ")
    return (
        first if rest and (first in FIRST_SURNAMES or ("-" in rest[-1] and "-" not in first)) else name.split(" ")[-1]
    )
