# Printed papers.
paper-notes = Notes and sources
paper-page = Page { $page } of { $pages }
paper-date = Date
paper-note = Note { $number }
paper-table = Table { $number }
paper-figure = Figure { $number }
