package org.gfpaudit.analyzer.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests {@link HeapGrowth} by what it says to the Java machine it runs in. */
class HeapGrowthTest {
  private final String before = ratios();

  @BeforeEach
  void setUpForOneRun() {
    System.setProperty(HeapGrowth.SHORT_RUN, "true");
  }

  @AfterEach
  void leave() {
    System.clearProperty(HeapGrowth.SHORT_RUN);
  }

  @Test
  void heapGrowsDuringStageAndNoLonger() {
    assertEquals("50 to 70", HeapGrowth.generous(HeapGrowthTest::ratios));
    assertEquals(before, ratios());
  }

  @Test
  void machineOfOthersIsLeftAlone() {
    System.clearProperty(HeapGrowth.SHORT_RUN);
    assertEquals(before, HeapGrowth.generous(HeapGrowthTest::ratios));
  }

  private static String ratios() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return machine.getVMOption("MinHeapFreeRatio").getValue()
        + " to "
        + machine.getVMOption("MaxHeapFreeRatio").getValue();
  }
}
