using System.Text.Json;

namespace PlusPortal.Data.Import.Reading;

/// <summary>Line of each value of a JSON file, by its path (<c>[2].eligibility.effectifMin</c>), so that a person finds it again in an editor.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private JsonLines()
    {
    }

    /// <summary>Paths that occur twice: only one of the two values would count, silently.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>Reads the lines. The text must be valid JSON.</summary>
    public static JsonLines Read(ReadOnlySpan<byte> json)
    {
        var result = new JsonLines();
        var containers = new Stack<Container>();
        var reader = new Utf8JsonReader(json);
        var (line, counted, property) = (1, 0, "");
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += json[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    property = Join(containers.Peek().Path, reader.GetString()!);
                    result.Add(property, line);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    containers.Pop();
                    break;
                default:
                    var path = PathOfValue();
                    if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) containers.Push(new Container(path, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }

        return result;

        string PathOfValue()
        {
            if (!containers.TryPeek(out var parent)) return "";
            if (!parent.IsArray) return property;
            var path = $"{parent.Path}[{parent.Next++}]";
            result.Add(path, line);
            return path;
        }
    }

    /// <summary>Path of a property of the object at <paramref name="path"/>.</summary>
    public static string Join(string path, string property) => path.Length == 0 ? property : $"{path}.{property}";

    /// <summary>Line of a path; of the nearest object around it when the value is missing.</summary>
    public int LineOf(string path)
    {
        while (true)
        {
            if (lines.TryGetValue(path, out var line)) return line;
            var cut = path.LastIndexOfAny(['.', '[']);
            if (cut <= 0) return 1;
            path = path[..cut];
        }
    }

    private void Add(string path, int line)
    {
        if (!lines.TryAdd(path, line)) Repeated.Add(path);
    }

    private sealed class Container(string path, bool isArray)
    {
        public string Path { get; } = path;

        public bool IsArray { get; } = isArray;

        public int Next { get; set; }
    }
}
