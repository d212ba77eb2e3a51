package org.gfpaudit.analyzer.driver;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How fast the heap grows. A run starts with a small heap that grows by little, which is all that
 * most of its stages need; one that keeps much of what it makes would have the whole heap collected
 * again and again.
 */
public final class HeapGrowth {
  /** The property by which a Java machine says that it was set up for one run of this program. */
  public static final String SHORT_RUN = "gfpaudit.short.run";

  private static final String LEAST_FREE = "MinHeapFreeRatio";
  private static final String MOST_FREE = "MaxHeapFreeRatio";

  private HeapGrowth() {}

  /**
   * Runs a stage that keeps much: with the next whole collection the heap gets as much room as it
   * has content. Nothing is changed in a Java machine that others have set up.
   */
  static <T> T generous(Supplier<T> stage) {
    Optional<HotSpotDiagnosticMXBean> machine = machine();
    if (machine.isEmpty()) {
      return stage.get();
    }
    String least = machine.get().getVMOption(LEAST_FREE).getValue();
    String most = machine.get().getVMOption(MOST_FREE).getValue();
    machine.get().setVMOption(MOST_FREE, "70");
    machine.get().setVMOption(LEAST_FREE, "50");
    try {
      return stage.get();
    } finally {
      machine.get().setVMOption(LEAST_FREE, least);
      machine.get().setVMOption(MOST_FREE, most);
    }
  }

  private static Optional<HotSpotDiagnosticMXBean> machine() {
    return System.getProperty(SHORT_RUN) == null
        ? Optional.empty()
        : Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
  }
}
