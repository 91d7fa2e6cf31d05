namespace TermNews.Core.Rescue;

/// <summary>Something that writes to the database behind the screen, and may have work left when the program ends.</summary>
public interface IUnwritten
{
    /// <summary>Writes what is left, off the calling thread; a failure leaves it in <see cref="Unwritten"/> and is not thrown.</summary>
    Task SaveAsync();

    /// <summary>What is not in the database yet, oldest first. May be called on any thread.</summary>
    IReadOnlyList<RescueEntry> Unwritten();
}
