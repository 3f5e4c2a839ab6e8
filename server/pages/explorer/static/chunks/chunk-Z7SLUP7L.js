var s=`query CurrentRelease {
  releases(first: 1, where: { isCurrent: { eq: true } }) { nodes { name loadedAt } }
}
`;export{s as a};
