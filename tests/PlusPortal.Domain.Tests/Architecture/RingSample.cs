using PlusPortal.Domain.Tests.Architecture.RingSample.Key;
using PlusPortal.Domain.Tests.Architecture.RingSample.Lock;

namespace PlusPortal.Domain.Tests.Architecture.RingSample.Lock
{
    /// <summary>Half of a ring: names the key inside a method only.</summary>
    public static class DoorLock
    {
        public static bool Opens() => DoorKey.Fits(3);
    }
}

namespace PlusPortal.Domain.Tests.Architecture.RingSample.Key
{
    /// <summary>The other half of the ring.</summary>
    public class DoorKey
    {
        public static bool Fits(int teeth) => teeth > 3 && DoorLock.Opens();
    }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class KeyAttribute : Attribute;

    public sealed class KeyLostException : Exception;
}

// One type for each way of naming a type.
namespace PlusPortal.Domain.Tests.Architecture.RingSample.Ways
{
    public class ByBase : DoorKey;

    public static class ByField
    {
        private static readonly DoorKey[] Keys = [];

        public static int Count => Keys.Length;
    }

    public static class ByParameter
    {
        public static bool Is(DoorKey? key) => key is null;
    }

    public static class ByCall
    {
        public static bool Fits() => DoorKey.Fits(2);
    }

    public static class ByGenericCall
    {
        public static object Copied() => Activator.CreateInstance<DoorKey>();
    }

    public static class ByLambda
    {
        public static Func<int, bool> Fits() => teeth => DoorKey.Fits(teeth);
    }

    public static class ByListOf
    {
        public static Dictionary<string, List<DoorKey[]>> Ring() => [];
    }

    /// <summary>After a jump table, which takes as many bytes as it has ways.</summary>
    public static class BySwitch
    {
        public static int Fits(int teeth)
        {
            switch (teeth)
            {
                case 1: return 1;
                case 2: return 4;
                case 3: return 9;
                case 4: return 16;
                case 5: return 25;
                default: return DoorKey.Fits(teeth) ? 1 : 0;
            }
        }
    }

    public static class ByTypeOf
    {
        public static string Name() => typeof(DoorKey).Name;
    }

    public static class ByConstraint
    {
        public static int Length<T>(T[] keys) where T : DoorKey => keys.Length;
    }

    public static class ByAttribute
    {
        [Key]
        public static int Length() => 0;
    }

    public static class ByCatch
    {
        public static int Length(string text)
        {
            try
            {
                return text.Length;
            }
            catch (KeyLostException)
            {
                return 0;
            }
        }
    }

    /// <summary>Leaves no trace, see the summary of the finder.</summary>
    public static class ByNameOf
    {
        public static string Name() => nameof(DoorKey);
    }
}
