const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Whether the last character of an 18-character ID number fits the others (GB 11643, ISO 7064 MOD 11-2). */
export function checkDigitFits(idNumber: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(idNumber[i]), 0)
  return checkDigits[sum % 11] === idNumber[17]?.toUpperCase()
}

export function looksLikeIdNumber(text: string): boolean {
  return /^\d{17}[\dXx]$/.test(text)
}
