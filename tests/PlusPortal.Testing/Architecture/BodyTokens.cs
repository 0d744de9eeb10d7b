using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PlusPortal.Testing.Architecture;

/// <summary>What the body of a method names: the methods, fields and types in its instructions.</summary>
internal static class BodyTokens
{
    private static readonly Dictionary<int, OpCode> OpCodeOf = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Each of them, in the order of the instructions.</summary>
    public static IReadOnlyList<EntityHandle> Of(MethodBodyBlock body)
    {
        var tokens = new List<EntityHandle>();
        var instructions = body.GetILReader();
        while (instructions.RemainingBytes > 0)
        {
            int value = instructions.ReadByte();
            var code = OpCodeOf[value == 0xFE ? 0xFE00 | instructions.ReadByte() : value];
            switch (code.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    tokens.Add(MetadataTokens.EntityHandle(instructions.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var branches = instructions.ReadInt32();
                    instructions.Offset += 4 * branches;
                    break;
                default:
                    instructions.Offset += SizeOf(code.OperandType);
                    break;
            }
        }

        return tokens;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
