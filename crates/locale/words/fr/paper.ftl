# Documents imprimés.
paper-notes = Notes et sources
paper-page = Page { $page } de { $pages }
paper-date = Date
paper-note = Note { $number }
paper-table = Tableau { $number }
paper-figure = Figure { $number }
