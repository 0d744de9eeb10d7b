namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages of staff; those under a request are <c>RequestLinks</c>.</summary>
public static class AdminAddress
{
    /// <summary>Where staff arrive.</summary>
    public const string Dashboard = "/admin";

    /// <summary>The queue.</summary>
    public const string Requests = Dashboard + "/demandes";

    /// <summary>Support actors.</summary>
    public const string Actors = Dashboard + "/annuaire";

    /// <summary>Modifications that partners propose.</summary>
    public const string Revisions = Dashboard + "/modifications";

    /// <summary>Errors that visitors report.</summary>
    public const string Reports = Dashboard + "/signalements";

    /// <summary>Where structures and actors disagree.</summary>
    public const string Disagreements = Dashboard + "/desaccords";

    /// <summary>What structures wrote of requests that ended.</summary>
    public const string Comments = Dashboard + "/avis";

    /// <summary>Versions of the rules.</summary>
    public const string Rules = Dashboard + "/regles";

    /// <summary>Form of a modification of the rules.</summary>
    public const string ProposeRules = Rules + "/modification";

    /// <summary>The simulator.</summary>
    public const string Simulator = Dashboard + "/simulateur";

    /// <summary>Its result, further down.</summary>
    public const string SimulatorResult = Simulator + "#resultat";

    /// <summary>The evaluation.</summary>
    public const string Evaluation = Dashboard + "/evaluation";

    /// <summary>The lexicon.</summary>
    public const string Lexicon = Dashboard + "/lexique";

    /// <summary>Tries a sentence.</summary>
    public const string TryLexicon = Lexicon + "/essai";

    /// <summary>Adds a phrase.</summary>
    public const string AddPhrase = Lexicon + "/ajout";

    /// <summary>One phrase.</summary>
    public const string Phrase = Lexicon + "/phrase";

    /// <summary>Texts of the legal pages.</summary>
    public const string Texts = Dashboard + "/textes";

    /// <summary>Every text of the portal.</summary>
    public const string Words = Dashboard + "/mots";

    /// <summary>E-mails.</summary>
    public const string Messages = Dashboard + "/messages";

    /// <summary>Jobs.</summary>
    public const string Tasks = Dashboard + "/taches";

    /// <summary>What the clock did, and will do.</summary>
    public const string Clock = Dashboard + "/horloge";

    /// <summary>The audit.</summary>
    public const string Journal = Dashboard + "/journal";

    /// <summary>The audit as a table.</summary>
    public const string JournalTable = Journal + "/export";

    /// <summary>What is kept how long.</summary>
    public const string Retention = Dashboard + "/conservation";

    /// <summary>People of PLUS.</summary>
    public const string Team = Dashboard + "/equipe";

    /// <summary>People of support actors.</summary>
    public const string Partners = Dashboard + "/partenaires";

    /// <summary>People of one actor.</summary>
    public static string PartnersOf(Guid actorId) => $"{Partners}?acteur={actorId}";

    /// <summary>Takes the second factor of a person away.</summary>
    public static string ResetFactor(Guid userId) => $"{Dashboard}/personnes/{userId}/second-facteur";

    /// <summary>What PLUS decides about itself.</summary>
    public const string Settings = Dashboard + "/reglages";

    /// <summary>Telephone and e-mail address.</summary>
    public const string ReachSettings = Settings + "/joindre";

    /// <summary>Opening hours.</summary>
    public const string HoursSettings = Settings + "/horaires";

    /// <summary>Closures.</summary>
    public const string ClosureSettings = Settings + "/fermetures";

    /// <summary>Ends one early: a form posts to it.</summary>
    public const string RemoveClosure = ClosureSettings + "/retrait";

    /// <summary>Who is told of what.</summary>
    public const string NotificationSettings = Settings + "/notifications";

    /// <summary>Delays of the workflow.</summary>
    public const string DelaySettings = Settings + "/delais";

    /// <summary>Which reminders leave.</summary>
    public const string ReminderSettings = Settings + "/relances";

    /// <summary>Their history.</summary>
    public const string SettingsHistory = Settings + "/historique";

    /// <summary>A request.</summary>
    public static string Request(string reference) => $"{Requests}/{reference}";

    /// <summary>An actor.</summary>
    public static string Actor(Guid id) => $"{Actors}/{id}";

    /// <summary>Its form.</summary>
    public static string EditActor(Guid id) => Actor(id) + "/modifier";

    /// <summary>Its absences.</summary>
    public static string Absences(Guid id) => Actor(id) + "/absences";

    /// <summary>Actors that others named as better placed.</summary>
    public const string BetterPlaced = Actors + "/mieux-places";

    /// <summary>Who named one of them.</summary>
    public static string BetterPlacedOf(Guid id) => $"{BetterPlaced}/{id}";

    /// <summary>Notes that an actor finds an offer still right: a form posts to it.</summary>
    public static string ConfirmOffer(Guid id) => $"{Actors}/offres/{id}/confirmation";

    /// <summary>Form of its contact.</summary>
    public static string Contact(Guid id) => Actor(id) + "/contact";

    /// <summary>Form of an offer.</summary>
    public static string EditOffer(Guid id) => $"{Actors}/offres/{id}/modifier";

    /// <summary>Changes its state: a form posts to it.</summary>
    public static string OfferState(Guid id) => $"{Actors}/offres/{id}/etat";

    /// <summary>A modification to read.</summary>
    public static string Revision(Guid id) => $"{Revisions}/{id}";

    /// <summary>Approves it: a form posts to it.</summary>
    public static string ApproveRevision(Guid id) => Revision(id) + "/accepter";

    /// <summary>Sends it back: a form posts to it.</summary>
    public static string ReturnRevision(Guid id) => Revision(id) + "/renvoyer";

    /// <summary>The list from a place on.</summary>
    public static string RevisionsAfter(object after) => $"{Revisions}?apres={after}";

    /// <summary>The list from a place on.</summary>
    public static string ReportsAfter(object after) => $"{Reports}?apres={after}";

    /// <summary>Handles a report: a form posts to it.</summary>
    public static string HandleReport(Guid id) => $"{Reports}/{id}/traiter";

    /// <summary>Versions of the rules before one.</summary>
    public static string RulesBefore(object before) => $"{Rules}?avant={before}";

    /// <summary>A version of the rules.</summary>
    public static string RulesVersion(int number) => $"{Rules}/{number}";

    /// <summary>The same beside another.</summary>
    public static string RulesVersion(int number, int with) => $"{RulesVersion(number)}?avec={with}";

    /// <summary>Form of a modification that begins with the values of a version.</summary>
    public static string ProposeRulesFrom(int number) => $"{ProposeRules}?depuis={number}";

    /// <summary>What a modification would change.</summary>
    public static string Replay(int number) => RulesVersion(number) + "/essai";

    /// <summary>Puts it in force: a form posts to it.</summary>
    public static string PublishRules(int number) => RulesVersion(number) + "/publication";

    /// <summary>Gives it up: a form posts to it.</summary>
    public static string DropRules(int number) => RulesVersion(number) + "/abandon";

    /// <summary>The simulator with what a request says.</summary>
    public static string SimulatorOf(string reference) => $"{Simulator}?demande={reference}";

    /// <summary>The history of the settings before a change.</summary>
    public static string SettingsHistoryBefore(int before) => $"{SettingsHistory}?avant={before}";

    /// <summary>Texts written in one place.</summary>
    public static string WordsOf(string place) => $"{Words}?lieu={place}";

    /// <summary>A text of a legal page.</summary>
    public static string Text(string code) => $"{Texts}/{code}";

    /// <summary>Its versions.</summary>
    public static string TextHistory(string code) => Text(code) + "/historique";

    /// <summary>Its versions before one.</summary>
    public static string TextHistoryBefore(string code, object before) => $"{TextHistory(code)}?avant={before}";

    /// <summary>One version.</summary>
    public static string TextVersion(string code, int number) => $"{TextHistory(code)}/{number}";

    /// <summary>The same beside another.</summary>
    public static string TextVersion(string code, int number, int with) => $"{TextVersion(code, number)}?avec={with}";

    /// <summary>The next page of disagreements.</summary>
    public static string DisagreementsAfter(Guid after) => $"{Disagreements}?apres={after}";

    /// <summary>The next page of comments.</summary>
    public static string CommentsAfter(object after) => $"{Comments}?apres={after}";

    /// <summary>Lets the actors read a comment.</summary>
    public static string ReleaseComment(Guid id) => $"{Comments}/{id}/montrer";

    /// <summary>Keeps a comment.</summary>
    public static string KeepComment(Guid id) => $"{Comments}/{id}/garder";
}
