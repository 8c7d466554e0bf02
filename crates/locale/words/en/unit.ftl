# Units: a number of them, and for each one.
unit-minute = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
unit-hour = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
unit-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
unit-week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
unit-month = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
unit-year = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
unit-person = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

per-minute = per minute
per-hour = per hour
per-day = per day
per-week = per week
per-month = per month
per-year = per year
per-person = per person
per-fixed = fixed price

# A price and what it is for: $1,234.50 per hour.
price-per = { $price } { $per }
