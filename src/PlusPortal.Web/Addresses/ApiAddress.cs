namespace PlusPortal.Web.Addresses;

/// <summary>Addresses for programs.</summary>
public static class ApiAddress
{
    /// <summary>Where they begin: failures below it are told as problem details (RFC 9457), not as pages.</summary>
    public const string Root = "/api";
}
