package org.gfpaudit.analyzer.splat;

/** Reports in the forms that kernels of different ages print, with functions that do not exist. */
final class WrittenReports {
  /** As kernels since 4.15 print it. */
  static final String CIRCULAR =
      """
      ======================================================
      WARNING: possible circular locking dependency detected
      6.1.0-rc2+ #7 Not tainted
      ------------------------------------------------------
      kswapd0/79 is trying to acquire lock:
      ffff8881012345a8 (&pond->log_lock){++++}-{3:3}, at: pond_evict+0x2c/0x90 [pond]

      but task is already holding lock:
      ffffffff82e5b1a0 (fs_reclaim){+.+.}-{0:0}, at: balance_pgdat+0x195/0xc60

      which lock already depends on the new lock.


      the existing dependency chain (in reverse order) is:

      -> #2 (fs_reclaim){+.+.}-{0:0}:
             fs_reclaim_acquire+0x9d/0xd0
             kmem_cache_alloc+0x3d/0x2a0
             pond_grow.isra.0+0x44/0x120 [pond]
             pond_write+0x21/0x60 [pond]

      -> #1 (&(&pond->tree)->mr_lock){+.+.}-{3:3}:
             __mutex_lock+0xa3/0x9e0
             pond_write+0x15/0x60 [pond]

      -> #0 (&pond->log_lock){++++}-{3:3}:
             __lock_acquire+0x11e6/0x1d10
             lock_acquire+0xd2/0x310
             down_write+0x40/0xd0
             pond_evict+0x2c/0x90 [pond]
             evict+0xd5/0x1a0

      other info that might help us debug this:

      Chain exists of:
        &pond->log_lock --> &(&pond->tree)->mr_lock --> fs_reclaim

       Possible unsafe locking scenario:

             CPU0                    CPU1
             ----                    ----
        lock(fs_reclaim);
                                     lock(&(&pond->tree)->mr_lock);

       *** DEADLOCK ***

      1 lock held by kswapd0/79:
       #0: ffffffff82e5b1a0 (fs_reclaim){+.+.}-{0:0}, at: balance_pgdat+0x195/0xc60

      stack backtrace:
      CPU: 1 PID: 79 Comm: kswapd0 Not tainted 6.1.0-rc2+ #7
      Call Trace:
       <TASK>
       dump_stack_lvl+0x56/0x73
       ? unsure+0x1/0x2
       evict+0xd5/0x1a0
       </TASK>
      """;

  /** As kernels before 4.15 print it. */
  static final String INCONSISTENT =
      """
      =================================
      [ INFO: inconsistent lock state ]
      3.18.0 #1 Not tainted
      ---------------------------------
      inconsistent {RECLAIM_FS-ON-W} -> {IN-RECLAIM_FS-W} usage.
      kswapd0/54 [HC0[0]:SC0[0]:HE1:SE1] takes:
       (&(&ip->i_lock)->mr_lock#2){++++-+}, at: [<ffffffffa0066897>] pond_lock+0x18/0x20 [pond]
      {RECLAIM_FS-ON-W} state was registered at:
        [<ffffffff810945e3>] mark_held_locks+0x5e/0x74
        [<ffffffff81174e56>] kmem_cache_alloc+0x36/0x2b0
        [<ffffffffa0073422>] pond_grow+0x65/0xc1 [pond]
      irq event stamp: 70387
      hardirqs last  enabled at (70387): [<ffffffff8155e68e>] mutex_trylock+0x27/0x40
      softirqs last disabled at (70386): [<ffffffff8155e123>] mutex_unlock+0x12/0x20

      other info that might help us debug this:
       Possible unsafe locking scenario:

             CPU0
             ----
        lock(&(&ip->i_lock)->mr_lock#2);
        <Interrupt>
          lock(&(&ip->i_lock)->mr_lock#2);

      2 locks held by kswapd0/54:
       #0:  (shrinker_rwsem){++++..}, at: [<ffffffff8113b19c>] shrink_slab+0x55/0x2f9

      stack backtrace:
      Call Trace:
       [<ffffffff8155a5d0>] dump_stack+0x4e/0x7a
       [<ffffffff81095a49>] ? print_usage_bug+0x1bf/0x1d0
       [<ffffffffa0066897>] pond_lock+0x18/0x20 [pond]
       [<ffffffffa0066999>] pond_reclaim+0x31/0x54 [pond]
      """;

  /** A lock that reclaim takes, and behind it one that is held where reclaim is entered. */
  static final String INVERSION =
      """
      [ INFO: possible irq lock inversion dependency detected ]
      4.4.0 #1 Not tainted
      ---------------------------------------------------------
      kswapd0/26 just changed the state of lock:
       (&pond_dir_class){++++-+}, at: [<ffffffff81>] pond_lock+0x18/0x20
      but this lock took another, RECLAIM_FS-unsafe lock in the past:
       (&mm->mmap_sem){++++++}

      and interrupts could create inverse lock ordering between them.

      the shortest dependencies between 2nd lock and 1st lock:
       -> (&mm->mmap_sem){++++++} ops: 29558 {
          HARDIRQ-ON-W at:
                            [<ffffffff81>] down_write+0x1/0x2
          RECLAIM_FS-ON-W at:
                            [<ffffffff81>] mark_held_locks+0x1/0x2
                            [<ffffffff81>] pond_mmap+0x3/0x4
          INITIAL USE at:
                           [<ffffffff81>] down_write+0x1/0x2
        }
        ... key      at: [<ffffffff81>] __key.1+0x0/0x8
        ... acquired at:
         [<ffffffff81>] lock_acquire+0x1/0x2
         [<ffffffff81>] pond_readdir+0x5/0x6

       -> (&pond_dir_class){++++-+} ops: 7 {
          IN-RECLAIM_FS-W at:
                           [<ffffffff81>] lock_acquire+0x1/0x2
                           [<ffffffff81>] pond_lock+0x18/0x20
        }
        ... key      at: [<ffffffff81>] pond_dir_class+0x0/0x8
        ... acquired at:
         [<ffffffff81>] check_usage_forwards+0x1/0x2

      stack backtrace:
      Call Trace:
       [<ffffffff81>] dump_stack+0x1/0x2
      """;

  private WrittenReports() {}
}
