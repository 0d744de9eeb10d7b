using System.Diagnostics;
using Serilog.Core;
using Serilog.Events;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>What a person quotes to PLUS, and by which the log is searched: eight signs that nobody mistakes for another on the telephone or on paper.</summary>
public sealed class LogReference : ILogEventEnricher
{
    /// <summary>Name of the property in the log.</summary>
    public const string Name = "Reference";

    /// <summary>Signs of a reference.</summary>
    public const int Length = 8;

    /// <summary>No 0 O, 1 I L, 2 Z, 5 S, 8 B, U.</summary>
    public const string Alphabet = "ACDEFGHJKMNPQRTVWXY34679";

    /// <summary>The reference of a trace: one in a hundred thousand million.</summary>
    public static string Of(ActivityTraceId trace)
    {
        Span<byte> bytes = stackalloc byte[16];
        trace.CopyTo(bytes);
        var number = BitConverter.ToUInt64(bytes);
        Span<char> signs = stackalloc char[Length];
        foreach (ref var sign in signs)
        {
            sign = Alphabet[(int)(number % (ulong)Alphabet.Length)];
            number /= (ulong)Alphabet.Length;
        }

        return new string(signs);
    }

    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.TraceId is { } trace) logEvent.AddPropertyIfAbsent(new LogEventProperty(Name, new ScalarValue(Of(trace))));
    }
}
