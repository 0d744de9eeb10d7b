using System.Text;

namespace PlusPortal.Web.Commands;

/// <summary>Reads a password at the keyboard without showing it, twice; or one line of the standard input when that is a file or a pipe.</summary>
public static class PasswordPrompt
{
    /// <summary>The password; null when there is none, or when the second differs from the first.</summary>
    public static string? Ask()
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        var first = ReadHidden("Mot de passe (il ne s’affiche pas)\u00A0: ");
        return first == ReadHidden("Le même, pour vérifier\u00A0: ") ? first : null;
    }

    private static string ReadHidden(string question)
    {
        Console.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
