-- Three invented agencies, each saying so. The third was verified long ago, to show what readers are told then.
insert into agency (id, version, name, street, postal_code, town, opening_hours, verified_on) values
    ('demo-agency-1', 1, 'Exemple – Agence Lyon 3e', '12 rue de l’Exemple', '69003', 'Lyon',
     'Du lundi au vendredi, 8h30 – 12h30 et 13h30 – 17h', current_date),
    ('demo-agency-2', 1, 'Exemple – Agence Lyon 7e', '3 place du Modèle', '69007', 'Lyon',
     'Lundi, mardi, mercredi et vendredi, 8h30 – 17h
Jeudi sur rendez-vous', current_date),
    ('demo-agency-3', 1, 'Exemple – Agence de Villeurbanne', '45 avenue de la Démonstration', '69100', 'Villeurbanne',
     'Du lundi au jeudi, 9h – 16h30
Vendredi, 9h – 12h', current_date - interval '200' day);
