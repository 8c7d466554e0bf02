# Ce qui ne va pas dans une entrée, où, et comment le corriger.
severity-note = Remarque
severity-warning = Avertissement
severity-fault = Erreur

finding-cause = Cause
finding-cure = Correction
finding-place = Emplacement
finding-line = ligne { $line }
finding-row = rangée { $row }
finding-field = champ { $field }

finding-count-note = { $n ->
    [one] { $n } remarque
   *[other] { $n } remarques
}
finding-count-warning = { $n ->
    [one] { $n } avertissement
   *[other] { $n } avertissements
}
finding-count-fault = { $n ->
    [one] { $n } erreur
   *[other] { $n } erreurs
}
finding-none = Aucune constatation.
