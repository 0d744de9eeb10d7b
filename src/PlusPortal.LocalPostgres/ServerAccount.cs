namespace PlusPortal.LocalPostgres;

/// <summary>
/// The account that runs the server. PostgreSQL refuses root, so a process that is root drops to an account that
/// may do nothing else; any other process keeps its own.
/// </summary>
internal sealed class ServerAccount
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    private readonly string name;
    private readonly string id;
    private readonly string group;
    private readonly string[] prefix;
    private readonly bool needsShellQuoting;

    private ServerAccount(string name, string id, string group, string[] prefix, bool needsShellQuoting)
    {
        this.name = name;
        this.id = id;
        this.group = group;
        this.prefix = prefix;
        this.needsShellQuoting = needsShellQuoting;
    }

    /// <summary>True when files must be handed over to another account.</summary>
    public bool IsDropped => prefix.Length > 0;

    public string Name => name;

    public static async Task<ServerAccount> ResolveAsync(CancellationToken ct)
    {
        // On Windows initdb and pg_ctl give up their administrator rights by themselves.
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerAccount(Environment.UserName, "", "", [], needsShellQuoting: false);

        foreach (var (name, id, group) in ReadCandidates())
        {
            foreach (var account in WaysToBecome(name, id, group))
            {
                var (program, arguments) = account.Wrap("true", []);
                if ((await CommandRunner.RunAsync(program, arguments, "/", ct)).Succeeded) return account;
            }
        }

        throw new LocalPostgresException(
            "PostgreSQL refuses to run as root, and no way was found to run it as \"postgres\" or \"nobody\" "
            + "(tried setpriv, runuser, sudo and su). Start the portal as an ordinary user, or install util-linux.");
    }

    /// <summary>The command line that runs a program under this account.</summary>
    public (string Program, IReadOnlyList<string> Arguments) Wrap(string program, IReadOnlyList<string> arguments)
    {
        if (!IsDropped) return (program, arguments);
        if (!needsShellQuoting) return (prefix[0], [.. prefix[1..], program, .. arguments]);

        var line = string.Join(' ', new[] { program }.Concat(arguments).Select(ShellQuote));
        return (prefix[0], [.. prefix[1..], "exec " + line]);
    }

    /// <summary>Gives a file or a folder with all it holds to this account.</summary>
    public async Task TakeOverAsync(string path, CancellationToken ct)
    {
        if (!IsDropped) return;

        var result = await CommandRunner.RunAsync("chown", ["-R", $"{id}:{group}", path], "/", ct);
        if (!result.Succeeded)
            throw new LocalPostgresException($"The folder {path} cannot be given to the account {name}: {result.Said}");
    }

    private static IEnumerable<(string Name, string Id, string Group)> ReadCandidates()
    {
        var accounts = File.Exists("/etc/passwd")
            ? File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length >= 4).ToList()
            : [];
        return Candidates
            .Select(candidate => accounts.Find(fields => fields[0] == candidate))
            .OfType<string[]>()
            .Select(fields => (fields[0], fields[2], fields[3]));
    }

    private static IEnumerable<ServerAccount> WaysToBecome(string name, string id, string group) =>
    [
        new(name, id, group, ["setpriv", $"--reuid={id}", $"--regid={group}", "--clear-groups", "--"], false),
        new(name, id, group, ["runuser", "-u", name, "--"], false),
        new(name, id, group, ["sudo", "-n", "-u", name, "--"], false),
        new(name, id, group, ["su", name, "-s", "/bin/sh", "-c"], true),
    ];

    private static string ShellQuote(string text) => $"'{text.Replace("'", "'\\''")}'";
}
