// Stands in for the package of this name, which only Next can resolve.
export {};
