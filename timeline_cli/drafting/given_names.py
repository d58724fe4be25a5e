"""Given names and what they say: that a name is of a person, whether he or she stands for it; its surname.

Owns: data and these decisions. Does not: look at a text.
"""

from __future__ import annotations

from timeline_cli.drafting.lexicon import word_set
from timeline_cli.drafting.name_words import FIRST_SURNAMES

_MALE = word_set(
    "Aaron Abdul Abdullah Abe Abel Abraham Adam Aditya Adrian Adriano Agustin Ahmad Ahmed Ajay Akio Akira Al Alan "
    "Alasdair Alastair Albert Alberto Aldo Alec Alejandro Aleksander Alessandro Alexander Alexandre Alexei Alfonso "
    "Alfred Alfredo Ali Allan Allen Alois Alvaro Alvin Amir Amit Anand Anatoly Anders Andre Andreas Andrei Andrew "
    "Andrey Andrzej Andy Angelo Anil Anthony Antoine Anton Antonio Antti Anwar Archie Ari Armand Armando Arne Arnold "
    "Arthur Arturo Arun Ashok Atsushi Augustus Axel Barry Bart Bartosz Basil Ben Benedict Benjamin Benoit Bernard "
    "Bernardo Bernd Bernhard Bernie Bert Bertrand Bill Bjorn Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett "
    "Brian Bruce Bruno Bryan Byron Calvin Cameron Carl Carlo Carlos Cecil Cedric Cesar Charles Charlie Chris "
    "Christian Christoph Christophe Christopher Chuck Claude Claudio Claus Clement Cliff Clifford Clive Colin Connor "
    "Conor Conrad Craig Cristian Curt Curtis Cyril Damian Damien Dan Daniel Daniele Dario Darius Darren Daryl Dave "
    "David Davide Dean Declan Denis Dennis Derek Desmond Diego Dieter Dietmar Dietrich Dirk Dmitri Dmitry Dominic "
    "Dominik Don Donald Doug Douglas Duncan Dwight Ed Eddie Edgar Edmund Eduardo Edward Edwin Egon Einar Elias Elijah "
    "Elliot Elliott Elon Emil Emilio Emmanuel Emre Enrico Enrique Eoin Eric Erich Erik Ernest Ernesto Ernie Ernst "
    "Erwin Esteban Ettore Eugene Evan Everett Fabian Fabio Fabrice Faisal Federico Felipe Felix Ferdinand Fernando "
    "Filip Filippo Finn Francesco Francis Francisco Franck Franco Francois Frank Franz Fraser Fred Frederic Frederick "
    "Frederik Friedrich Fritz Gabriel Gareth Gary Gavin Gene Geoff Geoffrey Georg George Georges Gerald Gerard "
    "Gerhard Gianni Gilbert Giles Giorgio Giovanni Giulio Giuseppe Glen Glenn Gonzalo Gordon Graeme Graham Greg "
    "Gregor Gregory Guido Guillaume Guillermo Gunnar Gunter Gus Gustav Gustavo Hamid Hamish Hans Harald Hari Harold "
    "Harry Haruto Hassan Hector Heinrich Heinz Helge Helmut Hendrik Henri Henrik Henry Herbert Hermann Hideki Hideo "
    "Hiro Hiroshi Hiroyuki Horst Howard Hubert Hugh Hugo Ian Ibrahim Ignacio Igor Imran Ingo Isaac Isamu Ismail Ivan "
    "Ivo Jacek Jack Jacob Jacques Jaime Jake Jakob Jakub James Jamie Janos Jared Jarek Jason Javier Jay Jean-Luc "
    "Jean-Paul Jean-Pierre Jed Jeff Jeffrey Jens Jeremy Jerome Jerry Jesper Jesse Jesus Jim Jimmy Joachim Joakim Joao "
    "Joaquin Joe Joel Joerg Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorg Jorge Jose Josef Joseph Josh "
    "Joshua Juan Juergen Jules Julian Julien Julio Junichi Jurgen Jussi Justin Karim Karl Karl-Heinz Kazuo Keith "
    "Kelvin Ken Kenji Kenneth Kevin Khalid Kiran Kirk Klaas Klaus Kofi Koichi Konrad Krishna Kristian Kristoffer "
    "Krzysztof Kurt Kwame Kyle Lars Laszlo Laurent Lawrence Leif Len Leo Leon Leonard Leonardo Leonid Leopold Leroy "
    "Leszek Lewis Liam Lionel Loic Lord Lorenzo Lothar Lou Louis Luc Luca Lucas Ludwig Luigi Luis Lukas Luke Magnus "
    "Malcolm Manfred Manish Manoj Manuel Marc Marcel Marcello Marcelo Marcin Marco Marcos Marcus Marek Mario Marius "
    "Mark Markus Martin Masahiro Masaru Masayoshi Massimo Mateusz Mathias Mathieu Mats Matt Matteo Matthew Matthias "
    "Maurice Mauricio Maurizio Max Maximilian Mehdi Mehmet Michael Michal Mick Miguel Mihai Mikael Mike Mikhail Mikko "
    "Milos Miroslav Mitch Mohamed Mohammad Mohammed Morten Muhammad Murat Mustafa Nathan Nathaniel Naveen Neil Nelson "
    "Niall Nicholas Nick Nicolas Niels Nigel Nikhil Nikolai Nikolas Nils Noah Noel Norbert Norman Olaf Olav Ole Oleg "
    "Oliver Olivier Omar Osamu Oscar Oskar Otto Owen Pablo Paolo Pascal Patrice Patrick Paul Paulo Pavel Pawel Pedro "
    "Peer Pekka Percy Perry Pete Peter Petr Petter Phil Philip Philipp Philippe Phillip Pierre Pieter Piotr Prakash "
    "Pramod Rafael Rahul Raj Rajesh Rajiv Rakesh Ralf Ralph Ramesh Ramon Randall Randy Raphael Rashid Raul Ravi Ray "
    "Raymond Reinhard Remi Rene Ricardo Riccardo Rich Richard Rick Rob Robert Roberto Rod Rodney Rodrigo Roger Rohan "
    "Rohit Roland Rolf Roman Ron Ronald Ronan Rory Ross Roy Ruben Rudolf Rupert Russell Rutger Ryan Saad Salman "
    "Salvatore Sam Samir Samuel Sandeep Sanjay Satoshi Scott Sean Sebastian Sebastien Sergei Sergey Sergio Seth Shane "
    "Shaun Shigeru Shinji Shinzo Simon Sir Stan Stanislav Stanley Stefan Stefano Steffen Stephan Stephane Stephen "
    "Steve Steven Stewart Stuart Sunil Suresh Sven Sylvain Tadashi Takashi Takeshi Takuro Tariq Ted Teodor Terence "
    "Terrence Terry Theo Theodor Theodore Thierry Thomas Thor Thorsten Tiago Tim Timo Timothy Tobias Todd Tom Tomas "
    "Tomasz Tommaso Tommy Toni Tony Toshio Travis Trevor Tyler Ulrich Umberto Uwe Vaidotas Valentin Vasily Victor "
    "Vijay Vikram Viktor Vincent Vincenzo Vinod Vitaly Vivek Vladimir Volker Walter Warren Wayne Werner Wilfried "
    "Wilhelm Willem William Willy Winston Wolfgang Xavier Yannick Yasuhiro Yoshihiro Yosuke Yuri Yusuf Yves Zbigniew "
    "Zoltan"
)
_FEMALE = word_set(
    "Abigail Ada Adele Adriana Agata Agnes Agnieszka Aisha Akiko Alejandra Alessandra Alexandra Alexis Alice Alicia "
    "Alina Alison Allison Amanda Amelia Amina Amy Ana Anastasia Angela Angelina Anika Anita Anja Anjali Ann Anna "
    "Annabel Anne Anne-Marie Annette Annie Annika Antonia Anya Arabella Arlene Astrid Audrey Ayesha Barbara "
    "Baroness Beate Beatrice Beatriz Becky Belinda Bernadette Bertha Beth Bethany Bettina Betty Beverly Bianca Birgit "
    "Bonnie Brenda Bridget Brigitte Britta Camila Camille Carina Carla Carmen Carol Carole Carolin Caroline Carolyn "
    "Carys Cassandra Catalina Caterina Catherine Cathy Cecilia Celia Celine Chantal Charlene Charlotte Cheryl Chiara "
    "Chika Chloe Christa Christiane Christina Christine Cindy Claire Clara Clarissa Claudia Colette Colleen Connie "
    "Constance Corinne Cornelia Cristina Cynthia Dagmar Dame Daniela Danielle Daphne Debbie Deborah Deirdre Delphine "
    "Denise Diana Diane Dolores Donna Dora Doreen Doris Dorothea Dorothy Ebba Edith Eileen Elaine Eleanor Elena "
    "Eleonora Elisa Elisabeth Elise Eliza Elizabeth Elke Ella Ellen Eloise Elsa Elsbeth Elvira Emily Emma Erica Erika "
    "Esther Eugenia Eva Eva-Maria Evelyn Ewa Fatima Federica Felicia Fiona Frances Francesca Francine Frederike Frida "
    "Friederike Gabriela Gabriella Gail Gemma Genevieve Georgina Geraldine Gertrude Gillian Gina Giovanna Gisela "
    "Giulia Gloria Grace Greta Gretchen Gudrun Gwen Gwyneth Hanna Hannah Harriet Hazel Heather Hedda Heidi Heike "
    "Helen Helena Helene Helga Henrietta Hester Hilary Hilda Hildegard Hitomi Ilse Imelda Ines Inga Inge Ingrid Irene "
    "Irina Iris Irma Isabel Isabella Isabelle Ivana Jacqueline Jana Jane Janet Janice Janine Jasmine Jean Jeanette "
    "Jeanne Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Jocelyn Johanna Josephine Josie Joyce Juanita "
    "Judith Judy Julia Juliana Julianne Julie Juliet Juliette Justine Karen Karin Karina Karla Katarina Katarzyna "
    "Kate Katharina Katherine Kathleen Kathryn Kathy Katia Katie Katja Katrin Katrina Kavita Kay Keiko Kerstin "
    "Kirsten Kirstin Kirstine Kristen Kristin Kristina Lady Lakshmi Lara Larisa Laura Lauren Laurie Leah Leila Lena "
    "Leslie Leticia Lidia Lila Liliana Lillian Lily Linda Lindsay Lisa Liv Liz Lois Lorena Lorna Lorraine Louisa "
    "Louise Lucia Lucie Lucille Lucinda Lucy Ludmila Luisa Lydia Lynn Mabel Madeleine Madeline Magdalena Maggie Mai "
    "Maja Malgorzata Mandy Manuela Mara Marcia Maren Margaret Margarita Margit Margot Maria Mariam Marian Marianne "
    "Marie Marina Marion Marisa Marissa Marjorie Marla Marlene Marta Martha Martina Mary Matilda Maureen Maya Meera "
    "Megan Melanie Melinda Melissa Mette Mia Michaela Michelle Mila Mildred Minna Miranda Miriam Moira Molly Monica "
    "Monika Monique Muriel Nadia Nadine Nancy Naoko Naomi Natalia Natalie Natasha Neha Nicole Nina Nisha Noor Nora "
    "Noriko Odette Odile Oksana Olga Olivia Orla Ornella Paige Pamela Patricia Patty Paula Paulina Pauline Peggy "
    "Penelope Petra Philippa Phoebe Phyllis Polly Pooja Priscilla Priya Rachel Ramona Rebecca Regina Renata Renate "
    "Renee Rhoda Rhonda Rita Roberta Romy Rosa Rosalind Rosanna Rosario Rose Rosemary Roxanne Ruth Sabine Sabrina "
    "Sally Samantha Sandra Sangeeta Sara Sarah Saskia Seema Selina Serena Shannon Sharon Sheila Shirley Shreya Sigrid "
    "Silke Silvia Sinead Siobhan Sofia Sofie Sonia Sonja Sophia Sophie Stacey Stella Stephanie Sue Sunita Sunniva "
    "Susan Susanna Susanne Suzanne Svetlana Swati Sylvia Sylvie Tamara Tania Tanja Tanya Tara Tatiana Teresa Tess "
    "Thelma Theresa Therese Tiffany Tina Tracy Trudy Ursula Valentina Valeria Valerie Vanessa Vera Verena Veronica "
    "Veronika Vivian Vivienne Wanda Wendy Wilhelmina Wilma Winifred Yasmin Yoko Yolanda Yuka Yumiko Yvette Yvonne "
    "Zara Zoe Zuzana"
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


def begins_person(name: str) -> bool:
    """Whether a name of two or three words begins with a given name: Ada Byron; not Ada's, Byron & Co."""
    first, *rest = name.split(" ")
    return len(rest) in (1, 2) and first in GIVEN and "&" not in name and name not in NAMED_AFTER


def is_male(name: str) -> bool | None:
    """Whether he stands for a person of that name; None if the name does not say."""
    first = name.partition(" ")[0]
    return first in _MALE if first in _MALE | _FEMALE else None


def surname(name: str) -> str:
    """The word that the text may use alone: the first of a Korean or Chinese name, else the last."""
    first, *rest = name.split(" ")
    return (
        first if rest and (first in FIRST_SURNAMES or ("-" in rest[-1] and "-" not in first)) else name.split(" ")[-1]
    )
