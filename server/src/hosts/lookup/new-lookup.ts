import { Cache, cacheFolder } from './cache.js'
import { Lookup, type Permission } from './lookup.js'
import { networkFor } from './network.js'

/** A look-up as Node does it, with its cache in a folder, by default where this system keeps caches. */
export function newLookup(permission: () => Permission, folder?: string): Lookup {
  const cache = new Cache(folder ?? cacheFolder(process.env))
  return new Lookup({ cache, network: networkFor(process.env), permission })
}
