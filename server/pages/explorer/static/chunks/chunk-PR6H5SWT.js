var i=`query CertificateProgrammes($certificate: String!) {
  coverageCube(dimensions: [MAJOR], filter: { certificate: [$certificate] }, first: 100) {
    rows { major majorName requirements covered partlyCovered notCovered unknown }
  }
}
`;export{i as a};
