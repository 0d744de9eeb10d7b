namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages about people, under one of their three roots: the team, the partners, a partner's own team.</summary>
public static class PeopleAddress
{
    /// <summary>Form of an invitation.</summary>
    public static string Invite(string root, Guid? actorId = null) => root + "/invitation" + (actorId is null ? "" : $"?acteur={actorId}");

    /// <summary>Sends an invitation again: a form posts to it.</summary>
    public static string SendAgain(string root, Guid invitationId) => $"{root}/invitations/{invitationId}/renvoi";

    /// <summary>Takes an invitation back: a form posts to it.</summary>
    public static string Withdraw(string root, Guid invitationId) => $"{root}/invitations/{invitationId}/retrait";

    /// <summary>The list after an act, which it tells.</summary>
    public static string After(string address, string done) => $"{address}?fait={done}";

    /// <summary>A person.</summary>
    public static string Person(string root, Guid id) => $"{root}/{id}";

    /// <summary>Form of its role.</summary>
    public static string Role(string root, Guid id) => Person(root, id) + "/role";

    /// <summary>Takes its access away.</summary>
    public static string Remove(string root, Guid id) => Person(root, id) + "/retrait";

    /// <summary>Gives it back: a form posts to it.</summary>
    public static string Restore(string root, Guid id) => Person(root, id) + "/retablissement";
}
