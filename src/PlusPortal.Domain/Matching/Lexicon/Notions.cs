using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>Notions that the lexicon recognises for triage and ranking, beside the codes of the vocabulary.</summary>
public static class Notions
{
    /// <summary>Money missing now, said without doubt: wages not paid, insolvency, bailiff.</summary>
    public const string UrgentMoney = "urgent-money";

    /// <summary>Strain on money, urgent only with another sign beside it.</summary>
    public const string StrainedMoney = "strained-money";

    /// <summary>The accounts are said to be well: trouble told beside it is that of others, or over.</summary>
    public const string SoundMoney = "sound-money";

    /// <summary>The declared theme was ticked by default, or is said not to be the matter.</summary>
    public const string Misdeclared = "misdeclared";

    /// <summary>Money is said not to be asked for.</summary>
    public const string NoMoneyAsked = "no-money-asked";

    /// <summary>A very near date.</summary>
    public const string NearDate = "near-date";

    /// <summary>Insolvency or insolvency proceedings.</summary>
    public const string Insolvency = "insolvency";

    /// <summary>Distress of the person who writes.</summary>
    public const string Distress = "distress";

    /// <summary>Health, justice or family matters.</summary>
    public const string SensitiveMatter = "sensitive-matter";

    /// <summary>The person does not know what it is or whom to ask.</summary>
    public const string Uncertainty = "uncertainty";

    /// <summary>Several needs, named as such.</summary>
    public const string SeveralNeeds = "several-needs";

    /// <summary>Words that belong to the social economy.</summary>
    public const string SocialEconomy = "social-economy";

    /// <summary>Words of ordinary business.</summary>
    public const string OrdinaryBusiness = "ordinary-business";

    /// <summary>Employees who take over their company.</summary>
    public const string EmployeeTakeover = "employee-takeover";

    /// <summary>Words of people who sell something to us.</summary>
    public const string Solicitation = "solicitation";

    /// <summary>An association is what the person has or wants.</summary>
    public const string WantsAssociation = "wants-association";

    /// <summary>A cooperative or company is what the person has or wants.</summary>
    public const string WantsCompany = "wants-company";

    /// <summary>A cooperative is what the person has or wants.</summary>
    public const string WantsCooperative = "wants-cooperative";

    /// <summary>A bank is there already, and asks to be covered or is ready to lend.</summary>
    public const string BankFound = "bank-found";

    /// <summary>A guarantee is asked for, rather than a loan.</summary>
    public const string GuaranteeAsked = "guarantee-asked";

    /// <summary>No job, or minimum benefits.</summary>
    public const string OutOfWork = "out-of-work";

    /// <summary>An activity of one's own: self-employment.</summary>
    public const string OwnActivity = "own-activity";

    /// <summary>Structure that was created a few months ago.</summary>
    public const string RecentlyCreated = "recently-created";

    /// <summary>Structure that has existed for years.</summary>
    public const string LongEstablished = "long-established";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        UrgentMoney, StrainedMoney, SoundMoney, Misdeclared, NoMoneyAsked, NearDate,
        Insolvency, Distress, SensitiveMatter, Uncertainty, SeveralNeeds, SocialEconomy,
        OrdinaryBusiness, EmployeeTakeover, Solicitation, WantsAssociation, WantsCompany, WantsCooperative,
        BankFound, GuaranteeAsked, OutOfWork, OwnActivity, RecentlyCreated, LongEstablished,
    ];
}
