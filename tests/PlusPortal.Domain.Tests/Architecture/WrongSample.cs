namespace PlusPortal.Domain.Tests.Architecture;

/// <summary>Everything that the domain must not do. The rules are tried on it, so that a rule that sees nothing is noticed.</summary>
public class WrongSample
{
    public string AnyoneMaySetThis { get; set; } = "";

    public List<string> AnyoneMayAddToThis { get; } = [];

    public int[] Numbers { get; } = [];

    public IReadOnlyList<string> OnlyRead { get; } = [];

    public readonly string FixedField = "";

    public string AnyoneMayReplaceThis = "";

    public string FixedOnceBuilt { get; init; } = "";

    public string FixedFromOutside { get; private set; } = "";

    public static string ReadsTheClock() => $"{DateTime.Now}{DateTime.UtcNow}{DateTimeOffset.UtcNow}{TimeProvider.System.GetUtcNow()}";

    public static string DependsOnChance() => $"{Guid.NewGuid()}{new Random().Next()}";

    public static string ReadsFiles() => File.ReadAllText("nowhere");

    public static Stream OpensFiles() => new FileStream("nowhere", FileMode.Open);

    public static byte[] DrawsKeys() => System.Security.Cryptography.RandomNumberGenerator.GetBytes(8);

    public static HttpClient Calls() => new();

    public static async Task<int> WaitsAsync()
    {
        await Task.Yield();
        return 1;
    }
}
