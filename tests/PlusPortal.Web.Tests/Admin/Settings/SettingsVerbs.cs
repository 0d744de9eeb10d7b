using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Settings;

/// <summary>What administrators do on the pages of the settings, and the words of their buttons.</summary>
internal static class SettingsVerbs
{
    public const string Overview = "/admin/reglages";
    public const string SaveReach = "Enregistrer ces moyens de joindre PLUS";
    public const string SaveHours = "Enregistrer ces horaires";
    public const string AddClosure = "Ajouter cette fermeture";
    public const string SaveNotifications = "Enregistrer qui est prévenu";
    public const string UrgentQuestion = "Qui est prévenu d’une demande urgente ?";
    public const string UrgentList = "Adresses pour les demandes urgentes";
    public const string AttentionQuestion = "Qui est prévenu du reste ?";
    public const string AttentionList = "Adresses pour le reste";

    extension(PortalBrowser administrator)
    {
        /// <summary>The form of telephone and e-mail address, filled.</summary>
        public async Task<HtmlForm> ReachAsync(string phone, string email) =>
            (await administrator.GetAsync(Overview + "/joindre")).Form(SaveReach).Fill("Téléphone", phone).Fill("Adresse e-mail", email);

        /// <summary>The form of the hours, each day filled alike.</summary>
        public async Task<HtmlForm> HoursAsync(string eachDay)
        {
            var form = (await administrator.GetAsync(Overview + "/horaires")).Form(SaveHours);
            foreach (var day in new[] { "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi" }) form.Fill(day, eachDay);
            return form;
        }

        /// <summary>The form of a closure, filled.</summary>
        public async Task<HtmlForm> ClosureAsync(DateOnly from, DateOnly to, string label) =>
            (await administrator.GetAsync(Overview + "/fermetures")).Form(AddClosure).FillDate("Premier jour fermé", from).FillDate("Dernier jour fermé", to).Fill("Motif", label);
    }
}
