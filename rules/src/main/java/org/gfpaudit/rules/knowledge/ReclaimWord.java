package org.gfpaudit.rules.knowledge;

import java.util.OptionalInt;

/**
 * A name that says what happens below a root of reclaim.
 *
 * @param name a function, a field, a flag or a macro
 * @param argument which argument says what is waited for or woken, 0-based
 */
public record ReclaimWord(
    Kind kind, String name, OptionalInt argument, VersionRange versions, String origin)
    implements Row {

  /** What a name says. */
  public enum Kind {
    /** The function sleeps until somebody wakes the queue or completion. */
    WAIT,
    /** The function sleeps until a bit of the field is cleared. */
    WAIT_BIT,
    /** The function gives the queue of those who wait for a bit of the field. */
    BIT_QUEUE,
    /** The function wakes who sleeps on the queue or completion. */
    WAKE,
    /** The function wakes who waits for a bit of the field. */
    WAKE_BIT,
    /** The function sleeps until a work item has run. */
    FLUSH,
    /** The function makes a work item run. */
    QUEUE,
    /** The function ties a work item to the function it runs. */
    WORK,
    /** The function sleeps until pages of a file are written. */
    WAIT_WRITEBACK,
    /** The field holds the mask that reclaim was entered with. */
    MASK_FIELD,
    /** The field holds what kind an inode is of. */
    MODE_FIELD,
    /** The function says whether the mask has FS. */
    ASKS_FS,
    /** The function says whether the mask has direct reclaim. */
    ASKS_DIRECT,
    /** The function says that a page belongs to a file of a file system on a disk. */
    ASKS_FILE,
    /** The function says that a page belongs to no file. */
    ASKS_ANON,
    /** The function says that this task is kswapd. */
    ASKS_KSWAPD,
    /** The task flag is set while a task reclaims. */
    RECLAIM_FLAG,
    /** The task flag takes FS out of masks, so that it is not set where FS reclaim runs. */
    NOFS_FLAG,
    /** The field is zero for an inode whose last name is gone. */
    LINKS,
    /** The flag says that the last name of an inode is gone, or goes with its last user. */
    UNLINKED_FLAG,
    /**
     * The function says whether somebody works on an object, so that who is told no does not wait.
     */
    ASKS_BUSY,
    /** The function, or the function in the field, says that an inode is thrown away at once. */
    ASKS_DROP,
    /** The function does something only to an inode that was in use until now. */
    BUSY,
    /** The function does something for each of those who have an inode open. */
    IN_USE,
    /** The function works on pages of swap, which belong to no file system. */
    FOREIGN,
    /** The flag says that a file system is in use, neither being mounted nor unmounted. */
    ACTIVE_FLAG,
    /** The inode's flag says that its times are still to be written. */
    LAZY_FLAG,
    /** The inode's flag keeps it out of the cache once nobody uses it. */
    UNCACHED_FLAG,
    /** The inode's flag says that its data, or what leads to it, is still to be written. */
    DATA_FLAG,
    /** The function sets such a flag. */
    SETS_DATA_FLAG,
    /** The name says that each dentry of a file system is kept until it is told to let it go. */
    PINS_ALL,
    /** The function keeps the dentry that it is handed. */
    PINS,
    /** The field of the task holds its transaction. */
    TRANSACTION_FIELD,
    /** The function says that a file system was shut down. */
    ASKS_SHUTDOWN,
    /** What stands in the field runs once I/O has ended. */
    COMPLETION_FIELD,
    /** The function says that it has dropped the last reference, or does what is done then. */
    LAST_REFERENCE,
    /** The function frees what it is handed. */
    FREE,
    /** The function takes a file system out of use that nobody uses any more. */
    UNMOUNT,
    /** The function is called where a file system is broken, and takes it out of use. */
    FAILURE,
    /** The same, and for good: who goes on behind it does so for a broken file system. */
    SHUTS_DOWN,
    /** The flag is set while a file system that broke is taken out of use. */
    FAILURE_FLAG,
    /** The function begins what the kernel's lock checker takes for reclaim. */
    PRIME,
    /** The function ends it. */
    UNPRIME,
    /** The macro leads from a part of an object to the object. */
    CONTAINER,
    /** The function allocates, by the mask that is its argument, or by GFP_KERNEL without one. */
    ALLOCATES,
    /** The function allocates an inode, as the file system's own operation does. */
    ALLOCATES_INODE,
    /** The function finds an inode, or allocates one where nobody has. */
    FINDS_INODE,
    /** The field holds a file system's operation that allocates an inode. */
    INODE_ALLOCATOR,
    /** Who is handed such a struct runs in the task scope that was opened with it. */
    TRANSACTION,
    /** Who is handed such a struct first is run by a chain that it was added to. */
    CHAINED,
    /** Who holds the lock runs in a task scope that was opened with it. */
    SCOPED_LOCK,
    /** The function says whether the task is in a transaction. */
    ASKS_TRANSACTION,
    /** The function lets I/O into the queue of a device, and sleeps while that is frozen. */
    QUEUE_ENTER,
    /** The function makes an object known to others that it is handed, or a part of it. */
    PUBLISHES,
    /** The function does so with an inode that others wait for while it is new. */
    PUBLISHES_NEW,
    /** The flag is set in an inode that is not set up yet, which who looks it up waits for. */
    NEW_FLAG,
    /** The function does so with an inode, by a dentry that nobody keeps for that. */
    TIES_DENTRY,
    /** The name says that the inode beside it is a directory, or the field leads to one. */
    DIRECTORY,
    /** The function or macro has a request go on in the function that is its argument. */
    CONTINUES,
    /** The function of reclaim goes on to a super block only where a trylock gets it s_umount. */
    SUPER_SCAN,
    /** What stands in the field runs with s_umount of its super block held for write. */
    EXCLUSIVE_FIELD,
    /** The function runs its argument with s_umount of a super block held for write. */
    EXCLUSIVE_RUN,
    /** The field of a super block leads to what its file system keeps of it. */
    SUPER_FIELD,
    /** The function runs before anybody can start I/O to the device it works on. */
    BEFORE_USE,
    /** The function gives a lock its class by the key that it is handed. */
    CLASS_KEY,
    /** The kernel's lock checker calls so what keeps a file system from being frozen. */
    FREEZE_CLASS,
    /** The kernel's lock checker calls so the queue of a device that may be frozen. */
    FROZEN_CLASS
  }
}
