export default { resolve: { alias: { "@": import.meta.dirname } } };
