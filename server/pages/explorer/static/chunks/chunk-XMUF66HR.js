var i=`query CertificateProgrammes($certificate: String!, $level: [CertificateLevelCode!]) {
  coverageCube(dimensions: [MAJOR], filter: { certificate: [$certificate], certificateLevel: $level }, first: 100) {
    rows { major majorName requirements covered partlyCovered notCovered unknown }
  }
}
`;export{i as a};
