# What is wrong with an input, where, and how to mend it.
severity-note = Note
severity-warning = Warning
severity-fault = Fault

finding-cause = Cause
finding-cure = Cure
finding-place = Place
finding-line = line { $line }
finding-row = row { $row }
finding-field = field { $field }

finding-count-note = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
finding-count-warning = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}
finding-count-fault = { $n ->
    [one] { $n } fault
   *[other] { $n } faults
}
finding-none = No findings.
