using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Security.Accounts;

/// <summary>
/// What whoever knows the portal, its region and the habits of French speakers tries first, in small letters without accents. A word
/// takes away most of the worth of its own letters and nothing of the others: a long sentence that holds one or two of them still passes.
/// </summary>
internal static class PasswordWords
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // The portal and what it is for.
        "plus", "portail", "portailplus", "plusportail", "plusportal", "pole", "lorrain", "lorraine", "polelorrain", "utilite", "sociale", "utilitesociale", "solidaire", "economie", "ess",
        "association", "associations", "demande", "orientation", "accompagnement", "partenaire", "structure", "benevole", "motdepasse", "bienvenue", "administrateur", "administration", "equipe", SampleAccounts.Password,

        // Where it is, and who lives there.
        "grandest", "nancy", "metz", "epinal", "barleduc", "verdun", "thionville", "moselle", "meuse", "vosges", "meurthe", "meurtheetmoselle", "mirabelle", "toulouse", "marseille", "france",
        "lorrains", "lorraines", "nanceien", "nanceiens", "nanceienne", "nanceiennes", "messin", "messins", "messine", "messines", "vosgien", "vosgiens", "vosgienne", "vosgiennes",
        "mosellan", "mosellans", "mosellane", "mosellanes", "meusien", "meusiens", "meusienne", "meusiennes", "spinalien", "spinaliens", "spinalienne", "spinaliennes",
        "barisien", "barisienne", "verdunois", "verdunoise", "thionvillois", "thionvilloise", "toulois", "touloise", "francais", "francaise",

        // How a sentence begins that is written without thinking, and what it goes on with.
        "vivela", "vivele", "vivelavie", "viveles", "jesuis", "jesuisun", "jesuisune", "cestmoi", "jaime", "jaimela", "jaimele", "jaimeles", "jetaime", "lavie", "lavieestbelle", "ilfaitbeau", "demain", "bonjour",
        "lesvacances", "vacances", "bonnesvacances", "bonneannee", "joyeuxnoel", "noel", "anniversaire", "liberte", "egalite", "fraternite", "liberteegalitefraternite", "soleil", "quinze",
        "doudou", "nounours", "lapin", "lapinou", "chaton", "loulou", "chouchou", "papillon", "coccinelle", "licorne", "maman", "papa", "banane", "chocolat", "fromage", "azerty", "azertyuiop",
        "toutlemonde", "lemonde", "bonnejournee", "bonnesoiree", "bonnenuit", "commentallezvous", "commentcava", "cava", "coucou", "salut", "merci", "silvousplait", "ilestbeau", "undeuxtrois", "unedeuxtrois",
        "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "printemps", "automne", "hiver",

        // What everybody sings or says.
        "allonsenfantsdelapatrie", "allonsenfants", "delapatrie", "lejourdegloireestarrive", "unpourtoustouspourun", "unpourtous", "touspourun", "auclairdelalune", "monamipierrot", "frerejacques", "dormezvous", "ouvretoisesame",
        "sesameouvretoi", "iletaitunefois", "alouettegentillealouette", "surlepontdavignon", "petitpapanoel", "cestlavie", "nimportequoi", "jenesaispas",

        // The passphrases that everybody has read about.
        "correcthorsebatterystaple", "correcthorse", "batterystaple", "chevalcorrectpileagrafe", "chevalcorrectbatterieagrafe", "correctchevalbatterieagrafe",
    ];
}
