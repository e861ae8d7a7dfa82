package io.flowmaster.engine.internal;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps the JDK's XML transformer for models: a library for decisions brings Saxon, which registers
 * itself for everybody, makes the start slower, and whose signed classes crash a JVM 17 that writes
 * an archive of its classes. A choice on the command line wins.
 */
public final class JdkTransformers
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String CHOICE = "javax.xml.transform.TransformerFactory";
  private static final String OF_THE_JDK =
      "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (System.getProperty(CHOICE) == null) {
      System.setProperty(CHOICE, OF_THE_JDK);
    }
  }
}
