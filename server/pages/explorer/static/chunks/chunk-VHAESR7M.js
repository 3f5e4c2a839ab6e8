var s=`query CurrentReleases {
  releases(first: 10, where: { isCurrent: { eq: true } }) { nodes { name loadedAt } }
}
`;export{s as a};
