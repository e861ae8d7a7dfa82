package io.flowmaster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** FlowMaster: every area in one JVM. */
@Modulithic(systemName = "FlowMaster", sharedModules = "platform")
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class FlowMasterApplication {
  public static void main(String[] args) {
    SpringApplication.run(FlowMasterApplication.class, args);
  }
}
