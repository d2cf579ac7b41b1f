using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Relations.Sqlite;

/// <summary>
/// The functions that run once for each value or row, by their addresses in the library that SQLitePCL has loaded. A call by address
/// needs neither a safe handle nor SQLitePCL's provider in between. Ask for it only when a connection is open: before that no library is loaded.
/// </summary>
/// <remarks>
/// <c>SuppressGCTransition</c> stands on those alone that only look up or copy a value. The others do real work, for which a garbage
/// collection must not wait.
/// </remarks>
internal static unsafe class SqliteLibrary
{
    private const string Switch = "Relations.Sqlite.UseFunctionPointers";

    private static readonly nint Library = Find();

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint> ColumnValue =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint>)Address("sqlite3_column_value");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueType =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Address("sqlite3_value_type");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long> ValueInt64 =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, long>)Address("sqlite3_value_int64");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double> ValueDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, double>)Address("sqlite3_value_double");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ValueBytes =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Address("sqlite3_value_bytes");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*> ValueBlob =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, byte*>)Address("sqlite3_value_blob");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> BindNull =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Address("sqlite3_bind_null");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int> BindInt64 =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int>)Address("sqlite3_bind_int64");

    public static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double, int> BindDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, double, int>)Address("sqlite3_bind_double");

    /// <summary>Not without the transition: it copies a text of any length.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int> BindText =
        (delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int>)Address("sqlite3_bind_text");

    /// <summary>Not without the transition: it copies bytes of any length.</summary>
    public static readonly delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int> BindBlob =
        (delegate* unmanaged[Cdecl]<nint, int, byte*, int, nint, int>)Address("sqlite3_bind_blob");

    public static readonly delegate* unmanaged[Cdecl]<nint, int> Step =
        (delegate* unmanaged[Cdecl]<nint, int>)Address("sqlite3_step");

    public static readonly delegate* unmanaged[Cdecl]<nint, int> Reset =
        (delegate* unmanaged[Cdecl]<nint, int>)Address("sqlite3_reset");

    public static readonly delegate* unmanaged[Cdecl]<nint, int> ClearBindings =
        (delegate* unmanaged[Cdecl]<nint, int>)Address("sqlite3_clear_bindings");

    public static readonly delegate* unmanaged[Cdecl]<nint, nint> DbMutex =
        (delegate* unmanaged[Cdecl]<nint, nint>)Address("sqlite3_db_mutex");

    public static readonly delegate* unmanaged[Cdecl]<nint, void> MutexEnter =
        (delegate* unmanaged[Cdecl]<nint, void>)Address("sqlite3_mutex_enter");

    public static readonly delegate* unmanaged[Cdecl]<nint, void> MutexLeave =
        (delegate* unmanaged[Cdecl]<nint, void>)Address("sqlite3_mutex_leave");

    /// <summary>Whether all addresses are known. The switch <c>Relations.Sqlite.UseFunctionPointers</c>, set to false, keeps them from being used.</summary>
    public static bool IsUsable { get; } =
        Library != 0
        && ColumnValue != null && ValueType != null && ValueInt64 != null && ValueDouble != null && ValueBytes != null && ValueBlob != null
        && BindNull != null && BindInt64 != null && BindDouble != null && BindText != null && BindBlob != null
        && Step != null && Reset != null && ClearBindings != null
        && DbMutex != null && MutexEnter != null && MutexLeave != null;

    private static nint Address(string function) => Library != 0 && NativeLibrary.TryGetExport(Library, function, out var address) ? address : 0;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps the library from being found, SQLitePCL's own calls work.")]
    private static nint Find()
    {
        if (AppContext.TryGetSwitch(Switch, out var isWanted) && !isWanted)
        {
            return 0;
        }

        try
        {
            return (NativeLibrary.TryLoad(raw.GetNativeLibraryName(), typeof(raw).Assembly, searchPath: null, out var library)
                    || NativeLibrary.TryLoad(raw.GetNativeLibraryName(), out library))
                && IsLoaded(library)
                    ? library
                    : 0;
        }
        catch (Exception)
        {
            return 0;
        }
    }

    /// <summary>Whether it is the very library that SQLitePCL calls, not another copy: its version text stands at the same address.</summary>
    private static bool IsLoaded(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "sqlite3_libversion", out var address))
        {
            return false;
        }

        ref readonly var version = ref raw.sqlite3_libversion().GetPinnableReference();
        return (nint)Unsafe.AsPointer(ref Unsafe.AsRef(in version)) == (nint)((delegate* unmanaged[Cdecl]<byte*>)address)();
    }
}
