using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Matching;

/// <summary>French words for what the phrases of the lexicon tell and for what is wrong with a pattern.</summary>
public static class LexiconLabels
{
    private static readonly Dictionary<string, string> NotionLabels = new(StringComparer.Ordinal)
    {
        [Notions.UrgentMoney] = "argent qui manque maintenant",
        [Notions.SoundMoney] = "comptes dits en bonne santé",
        [Notions.Misdeclared] = "thème coché par défaut",
        [Notions.NoMoneyAsked] = "ne demande pas d’argent",
        [Notions.OutOfWork] = "sans emploi ou minima sociaux",
        [Notions.StrainedMoney] = "tension sur l’argent",
        [Notions.NearDate] = "date très proche",
        [Notions.Insolvency] = "cessation de paiements ou procédure",
        [Notions.Distress] = "détresse de la personne",
        [Notions.SensitiveMatter] = "santé, justice ou famille",
        [Notions.Uncertainty] = "ne sait pas quoi demander ni à qui",
        [Notions.SeveralNeeds] = "plusieurs besoins",
        [Notions.SocialEconomy] = "économie sociale et solidaire",
        [Notions.OrdinaryBusiness] = "entreprise ordinaire",
        [Notions.EmployeeTakeover] = "reprise par les salariés",
        [Notions.Solicitation] = "démarchage",
        [Notions.WantsAssociation] = "a ou veut une association",
        [Notions.WantsCompany] = "a ou veut une société",
        [Notions.WantsCooperative] = "a ou veut une coopérative",
        [Notions.BankFound] = "banque déjà trouvée",
        [Notions.GuaranteeAsked] = "garantie demandée",
        [Notions.OwnActivity] = "activité à son compte",
        [Notions.RecentlyCreated] = "structure toute récente",
        [Notions.LongEstablished] = "structure ancienne",
    };

    extension(LexiconKind kind)
    {
        /// <summary>What phrases of this kind tell.</summary>
        public string Label => kind switch
        {
            LexiconKind.Theme => "Thème",
            LexiconKind.SubStage => "Sous-étape",
            LexiconKind.Sector => "Secteur",
            LexiconKind.SupportMode => "Mode d’appui",
            LexiconKind.Qualification => "Agrément",
            LexiconKind.Notion => "Signe pour le tri",
            LexiconKind.Neutral => "Neutre",
            LexiconKind.Spelling => "Autre écriture",
        };

        /// <summary>French label of a code of this kind; the code itself when nothing names it.</summary>
        public string LabelOf(string code) => kind switch
        {
            LexiconKind.Theme => Themes.All.LabelOf(code),
            LexiconKind.SubStage => SubStages.All.LabelOf(code),
            LexiconKind.Sector => Sectors.All.LabelOf(code),
            LexiconKind.SupportMode => SupportModes.All.LabelOf(code),
            LexiconKind.Qualification => Qualifications.All.LabelOf(code),
            LexiconKind.Notion => NotionLabels.GetValueOrDefault(code, code),
            LexiconKind.Neutral => "ces mots ne disent rien",
            LexiconKind.Spelling => $"se lit «\u00A0{code}\u00A0»",
        };
    }

    extension(SetAsideReason reason)
    {
        /// <summary>Why a phrase was not taken for a need, at the end of a sentence.</summary>
        public string Label => reason switch
        {
            SetAsideReason.Denied => "le texte dit que non",
            SetAsideReason.Behind => "c’est passé, réglé ou déjà là",
            SetAsideReason.OfOthers => "le texte parle de quelqu’un d’autre",
        };
    }

    extension(LexiconEntry entry)
    {
        /// <summary>What the phrase tells: « Thème : Modèle économique ».</summary>
        public string Meaning => $"{entry.Kind.Label}\u00A0: {entry.Kind.LabelOf(entry.Code)}";
    }

    extension(LexiconPatternFault fault)
    {
        /// <summary>What to do about it.</summary>
        public string Sentence => fault switch
        {
            LexiconPatternFault.Empty => "Écrivez les mots à reconnaître, par exemple «\u00A0monter ~ dossier\u00A0».",
            LexiconPatternFault.TooLong => $"Cette phrase est trop longue. Gardez {LexiconPatterns.Longest} caractères et douze mots au plus.",
            LexiconPatternFault.UnknownSign => "N’écrivez que des lettres, des chiffres et les signes *\u00A0!\u00A0|\u00A0~. Retirez les autres signes.",
            LexiconPatternFault.BeginsWithGap => "Le signe ~ se place entre deux mots. Commencez par un mot.",
            LexiconPatternFault.TooShortBeginning => "Chaque mot doit en être un\u00A0: avant *, écrivez au moins deux lettres, et un mot de chaque côté de |.",
            LexiconPatternFault.OnlyGrammar => "Ces mots se trouvent dans tous les textes («\u00A0avec\u00A0», «\u00A0pour\u00A0», «\u00A0nous\u00A0»…). Ajoutez au moins un mot qui dit quelque chose.",
        };
    }
}
