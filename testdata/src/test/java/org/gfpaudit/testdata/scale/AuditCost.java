package org.gfpaudit.testdata.scale;

import static java.util.stream.Collectors.toMap;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;

/**
 * What one audit cost.
 *
 * @param allocatedBytes by all threads, as the garbage collector saw it
 * @param scanSeconds of the walk and the scan
 * @param otherSeconds of everything after
 */
record AuditCost(AuditResult result, long allocatedBytes, double scanSeconds, double otherSeconds) {

  /** Audits {@code tree}; meant to run alone in its process. */
  static AuditCost of(SourceTree tree) throws IOException {
    AuditRequest request =
        new AuditRequest(tree, List.of(), Optional.empty(), /* jobs= */ 2, Progress.NONE);
    try (Allocations allocations = new Allocations()) {
      AuditResult result = request.result();
      double scan = 0;
      double other = 0;
      for (StageCost cost : result.costs()) {
        boolean isScan = cost.stage().equals("walk") || cost.stage().equals("scan");
        scan += isScan ? cost.elapsedNanos() / 1e9 : 0;
        other += isScan ? 0 : cost.elapsedNanos() / 1e9;
      }
      return new AuditCost(result, allocations.bytes(), scan, other);
    }
  }

  /** Adds up by how much the heap grew between collections. */
  private static final class Allocations implements AutoCloseable, NotificationListener {
    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch last = new CountDownLatch(1);

    /**
     * How many collections each collector had done before. Their numbers tell which notifications
     * are of the audit; their times do not, for they count from a later start than the uptime.
     */
    private final Map<String, Long> before;

    private long usedAfter;

    Allocations() {
      System.gc();
      before =
          beans().stream()
              .collect(
                  toMap(MemoryManagerMXBean::getName, GarbageCollectorMXBean::getCollectionCount));
      usedAfter = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      beans()
          .forEach(bean -> ((NotificationEmitter) bean).addNotificationListener(this, null, this));
    }

    private static List<GarbageCollectorMXBean> beans() {
      return ManagementFactory.getGarbageCollectorMXBeans();
    }

    @Override
    public synchronized void handleNotification(
        javax.management.Notification notification, Object handback) {
      GarbageCollectionNotificationInfo info =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
      if (info.getGcInfo().getId() <= before.getOrDefault(info.getGcName(), 0L)) {
        return; // Notifications come late: this one is of the collection before the audit.
      }
      bytes.addAndGet(used(info.getGcInfo().getMemoryUsageBeforeGc()) - usedAfter);
      usedAfter = used(info.getGcInfo().getMemoryUsageAfterGc());
      if (info.getGcCause().equals("System.gc()")) {
        last.countDown();
      }
    }

    private static long used(Map<String, MemoryUsage> pools) {
      return pools.entrySet().stream()
          .filter(pool -> !pool.getKey().startsWith("Code"))
          .filter(pool -> !pool.getKey().startsWith("Meta") && !pool.getKey().startsWith("Compr"))
          .mapToLong(pool -> pool.getValue().getUsed())
          .sum();
    }

    long bytes() {
      System.gc();
      try {
        last.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("the collector does not tell what it did", e);
      }
      return bytes.get();
    }

    @Override
    public void close() {
      for (GarbageCollectorMXBean bean : beans()) {
        try {
          ((NotificationEmitter) bean).removeNotificationListener(this);
        } catch (ListenerNotFoundException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
