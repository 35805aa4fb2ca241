# What is said of answers, everywhere. Names of values start with $.

## Answers

answer-none = Les articles ne le disent pas.
answer-span = Ils vont du { $since } au { $until }.
answer-nearest = Articles les plus proches
answer-corrected = Résultats pour { $words }.
answer-untitled = Sans titre
answer-undated = sans date
answer-unknown-publisher = Média inconnu
answer-also = { $count ->
        [1] Aussi rapporté par { $publishers }
        [2] Aussi rapporté par { $publishers }
       *[other] Aussi rapporté par { $publishers } ({ $count } médias)
    }
answer-copies = Même texte dans { $publishers }
answer-differing = Autres chiffres : { $source } : { $quotation }
answer-restricted-since = Uniquement les articles à partir du { $since }.
answer-restricted-until = Uniquement les articles jusqu’au { $until }.
answer-restricted-between = Uniquement les articles du { $since } au { $until }.
answer-restricted-on = Uniquement les articles du { $since }.
answer-restricted-publisher = Uniquement les articles publiés par { $publisher }.
answer-strength-strong = Forte correspondance
answer-strength-fair = Correspondance moyenne
answer-strength-weak = Faible correspondance

## Quotations, timelines and checks

quotes-none = Les articles ne citent personne de ce nom.
quotes-none-there = Avec ces filtres, les articles ne citent personne de ce nom : essaie avec le nom seul.
quotes-reported = { $speaker } (propos rapportés)
timeline-unstated = { $days } (date de l’article)
check-none = Je n’ai trouvé aucune affirmation dans ce message.
check-claim = Affirmation
check-differing = Chiffres : « { $claimed } » dans le message, « { $told } » dans les articles
