# Passkeys, and a provider of identities.
passkey-title = Clés d’accès
passkey-lead = Une clé d’accès vous connecte avec le verrou de votre appareil : doigt, visage ou NIP. Elle reste sur l’appareil.
passkey-none = Vous n’en avez pas encore.
passkey-added = Ajoutée le { $day }
passkey-used = Utilisée la dernière fois le { $day }
passkey-remove = Retirer
passkey-add = Ajouter une clé d’accès
passkey-add-lead = Donnez-lui un nom qui vous parle, puis suivez votre appareil.
passkey-name = Nom, par exemple « Mon téléphone »
passkey-go = Continuer avec votre appareil
passkey-sign-in = Se connecter avec une clé d’accès
passkey-sign-in-lead = Votre appareil vous demande qui vous êtes; ce qu’il demande n’en sort pas.
passkey-failed = Il faut des scripts, un appareil avec des clés d’accès et l’accord de votre appareil.
passkey-back = Choisir une autre façon
passkey-provider = Se connecter avec { $name }
said-passkey-added = La clé d’accès est ajoutée.
said-passkey-removed = La clé d’accès est retirée. Retirez-la aussi de votre appareil.
