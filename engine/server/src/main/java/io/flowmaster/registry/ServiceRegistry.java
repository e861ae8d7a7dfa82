package io.flowmaster.registry;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services that the current tenant has beside the platform. */
public interface ServiceRegistry {

  /**
   * Adds an instance, or renews the one that has the same name and address.
   *
   * @throws TooManyServices when the tenant has as many as it may
   */
  ServiceInstance register(NewService service);

  /**
   * A sign of life.
   *
   * @throws ServiceNotFound when it is not registered any more: it has to register again
   */
  ServiceInstance heartbeat(ServiceId id);

  /**
   * Takes an instance out.
   *
   * @throws ServiceNotFound when there is none
   */
  void remove(ServiceId id);

  /**
   * An instance.
   *
   * @throws ServiceNotFound when there is none
   */
  ServiceInstance get(ServiceId id);

  /**
   * The instances by name, then by age.
   *
   * @param name null for all
   */
  Page<ServiceInstance> search(@Nullable String name, PageQuery page);

  /** The instances of a service that live, at most fifty. */
  List<ServiceInstance> alive(String name);
}
