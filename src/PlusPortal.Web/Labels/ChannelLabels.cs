using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Labels;

/// <summary>Through what things are done.</summary>
public static class ChannelLabels
{
    /// <summary>« page de suivi ».</summary>
    public static string Through(Channel channel) => channel switch
    {
        Channel.RequestForm => "formulaire en ligne",
        Channel.TrackingPage => "page de suivi",
        Channel.StaffPage => "espace PLUS",
        Channel.PartnerPage => "espace partenaire",
        Channel.SignedLink => "lien reçu par e-mail",
        Channel.Telephone => "par téléphone",
        Channel.Email => "par e-mail",
        Channel.Meeting => "lors d’une rencontre",
        Channel.Letter => "par courrier",
        Channel.Job => "automatique",
        Channel.FollowerPage => "page de suivi d’une personne invitée",
        Channel.Import => "données d’exemple ou reprise",
    };
}
